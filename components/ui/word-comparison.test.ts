import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWords } from "./word-comparison.ts";

const told = (before: string, after: string) => compareWords(before, after).map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind]).join("");

describe("two texts word by word", () => {
  it.each([
    ["მერია 2024 წლის ბოლომდე გამოაქვეყნებს ბიუჯეტს.", "მერია 2025 წლის ბოლომდე გამოაქვეყნებს ბიუჯეტს და ანგარიშს.", "მერია [-2024-][+2025+] წლის ბოლომდე გამოაქვეყნებს ბიუჯეტს[+ და ანგარიშს+]."],
    ["The council publishes drafts", "The mayor posts drafts", "The [-council publishes-][+mayor posts+] drafts"],
    ["", "new", "[+new+]"],
    ["old", "", "[-old-]"],
    ["same", "same", "same"],
  ])("%j → %j", (before, after, expected) => expect(told(before, after)).toBe(expected));

  it("lose nothing: what is same and removed is the old text, what is same and added the new", () => {
    const text = fc.array(fc.constantFrom("ქალაქი", " ", "\n", ",", "a", "b2", "😀", "ზ"), { maxLength: 30 }).map((words) => words.join(""));
    fc.assert(fc.property(text, text, (before, after) => {
      const runs = compareWords(before, after);
      const without = (kind: string) => runs.filter((run) => run.kind !== kind).map((run) => run.text).join("");
      expect([without("added"), without("removed")]).toEqual([before, after]);
    }));
  });

  it("that have nothing in common are shown whole, soon", () => {
    const [before, after] = ["ა ბ გ დ ე ვ ზ ".repeat(3_000), "ჟ რ ს ტ უ ფ ".repeat(3_000)];
    expect(compareWords(before, after)).toEqual([{ kind: "removed", text: before }, { kind: "added", text: after }]);
  });

  it("hold up nobody's page, however many of them were rewritten or shuffled", () => {
    const shuffled = (seed: number) => Array.from({ length: 3_000 }, (_, index) => `w${((index + 1) * seed) % 3_001}`).join(" ");
    const begun = performance.now();
    for (let pair = 2; pair < 22; pair += 1) expect(compareWords(shuffled(pair), shuffled(pair + 1))).toHaveLength(2);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
