import { expect, test } from "vitest";
import { registerPageOf, registerPageSize } from "./rules.ts";

const organisation = (slug: string, kind: string, en: string) => ({ slug, name: { en }, kind: { code: kind, label: { en: kind } }, leads: 1, takesPart: 0, plans: [] });
const names = (kinds: ReturnType<typeof registerPageOf>["kinds"]) => kinds.map((members) => members.map(({ name }) => name.en));

test("the register is by kind, each in the reader's alphabet", () => {
  const all = [organisation("a", "public", "Zugdidi"), organisation("b", "civil", "Élan"), organisation("c", "public", "Dmanisi"), organisation("d", "civil", "Forum")];
  const { kinds, ...pages } = registerPageOf(all, 1, "en");
  expect([names(kinds), pages]).toEqual([[["Dmanisi", "Zugdidi"], ["Élan", "Forum"]], { page: 1, pages: 1 }]);
});

test("a long register comes in pages, on which each organisation stands once", () => {
  const all = Array.from({ length: 2 * registerPageSize + 1 }, (_, n) => organisation(`o-${n}`, n % 3 === 0 ? "public" : "civil", `Body ${n}`));
  const pages = [1, 2, 3].map((page) => registerPageOf(all, page, "ka"));
  expect(pages.map(({ kinds }) => kinds.flat().length)).toEqual([registerPageSize, registerPageSize, 1]);
  expect(new Set(pages.flatMap(({ kinds }) => kinds.flat())).size).toBe(all.length);
  expect(pages.flatMap(({ kinds }) => kinds.map(([first]) => first?.kind.code))).toEqual(["public", "civil", "civil", "civil"]);
  expect(registerPageOf(all, 9, "ka")).toEqual(pages[2]);
});
