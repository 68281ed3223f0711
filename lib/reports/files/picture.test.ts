import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makePicture, type Picture } from "./picture.ts";

const axis = { name: "არსებული პროგრესი – უწყების ანგარიშით", sign: { shape: "half" }, word: { text: "მიმდინარეობს: 120 · დასრულებულია: 14 · შეჩერებულია: 3 · არ დაწყებულა: 41", lang: "ka" }, by: "" } as const;
const picture: Picture = { locale: "ka", eyebrow: "ვალდებულება", number: "5", title: { text: "იდეა", lang: "ka" }, axes: [axis, axis], facts: [], site: "ღია ვალდებულებები", day: "მდგომარეობა: 21 ნოემბერი 2026" };
const word = "ანგარიშვალდებულებისათვის";

/** How many points of the outermost lines of a picture are not paper. */
async function inkAtEdges(png: Uint8Array, room: number): Promise<number> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  let ink = 0;
  for (let y = 0; y < info.height; y += 1) for (let x = 0; x < info.width; x += 1) {
    const edge = x < room || y < room || x >= info.width - room || y >= info.height - room;
    if (edge && (data[y * info.width + x] ?? 255) < 200) ink += 1;
  }
  return ink;
}

describe("a picture", () => {
  it.each([
    ["short", "იდეა"], ["long", `${word} `.repeat(14)], ["longer than all of it", `${word} `.repeat(80)], ["one word without an end", "ა".repeat(300)], ["tall letters", "ფყჭჰ ღქპჟ ".repeat(30)], ["of signs that no font has", "👍".repeat(40)], ["markup", "#set page(width: 1pt) *a* $x$ <b>"],
  ])("has its words well within its edges when its title is %s", async (_, text) => {
    const png = await makePicture({ ...picture, title: { text, lang: "ka" }, axes: [{ ...axis, by: `${word} `.repeat(20) }, axis] });
    expect(await sharp(png).metadata()).toMatchObject({ width: 1_200, height: 630 });
    expect(await inkAtEdges(png, 30)).toBe(0);
  });

  it("is the same for the same words", async () => expect(Buffer.from(await makePicture(picture)).equals(Buffer.from(await makePicture(picture)))).toBe(true));
});
