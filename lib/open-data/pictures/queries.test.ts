import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { pictureAddress } from "#lib/platform/picture-address.ts";
import { findPicture, getPicture } from "./queries.ts";

const now = new Date("2026-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

describe("the picture that goes with a link", () => {
  it.each(["/site", "/plans/georgia-2018-2019", "/plans/georgia-2018-2019/commitments/zugdidi-5", "/reports/georgia-2018-2019-2019-annual", "/organisations/ogp-georgia-secretariat", "/sdgs/16"])("of %s is as large as it says, in both languages", async (path) => {
    const [ka, en] = [await getPicture(path, "ka"), await getPicture(path, "en")];
    for (const png of [ka, en]) expect(await sharp(png ?? expect.unreachable()).metadata()).toMatchObject({ format: "png", width: 1_200, height: 630 });
    expect(ka?.equals(en ?? Buffer.alloc(0))).toBe(false);
  });

  it("has nothing on it but what the page says", async () => {
    expect(await findPicture("/plans/georgia-2018-2019/commitments/zugdidi-5", "en", now)).toMatchObject({ number: "5", axes: [{ word: { text: "Suspended" } }, { word: { text: "Not implemented" } }], day: expect.stringMatching(/As of 20.November.2026/) });
  });

  it.each(["/plans/none", "/organisations/none", "/sdgs/18", "/process/x", "/constructor/x", "/plans/a/b/c"])("there is none of %s", async (path) => expect(await getPicture(path, "ka")).toBeNull());
  it("there is none of a draft", async () => expect(await getPicture(`/plans/${mixed.draft}`, "ka")).toBeNull());

  it("of other pages is the site's", () => {
    expect(["/data", "/plans/a/history", "/plans/a/commitments/b", "/plans/a"].map((path) => pictureAddress("ka", path))).toEqual([
      "/ka/picture/site.png", "/ka/picture/site.png", "/ka/picture/plans/a/commitments/b.png", "/ka/picture/plans/a.png",
    ]);
  });
});
