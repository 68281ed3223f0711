import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetWords, keepWords, readWords } from "./kept-words.ts";

/** A tab's memory: its keys are its properties, as in a browser. */
class Memory {
  [key: string]: unknown;
  getItem(key: string) { return this[key] ?? null; }
  setItem(key: string, value: string) { this[key] = value; }
  removeItem(key: string) { delete this[key]; }
}

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.theme = "dark";
  vi.stubGlobal("sessionStorage", memory);
});
afterEach(() => vi.unstubAllGlobals());

const read = (owner: string, ...place: string[]) => readWords(owner, place, (words) => words);

describe("words in hand", () => {
  it("are found again by their owner, in their place alone, until they are saved", () => {
    keepWords("nino", ["report", "summary"], { text: "ა" });
    expect([read("nino", "report", "summary"), read("nino", "report"), read("gia", "report", "summary")]).toEqual([{ text: "ა" }, null, null]);
    keepWords("nino", ["report", "summary"], null);
    expect(read("nino", "report", "summary")).toBeNull();
  });

  it("of a link are forgotten with it, those of others with the session, and nothing else is", () => {
    for (const owner of ["link", "link-2", "nino"]) keepWords(owner, ["period"], { owner });
    forgetWords("link");
    expect([read("link", "period"), read("link-2", "period"), read("nino", "period")]).toEqual([null, { owner: "link-2" }, { owner: "nino" }]);
    forgetWords();
    expect(Object.keys(memory)).toEqual(["theme"]);
  });

  it("that cannot be read, or kept, are none", () => {
    memory.setItem("typed nino period", "{");
    expect(read("nino", "period")).toBeNull();
    vi.stubGlobal("sessionStorage", undefined);
    expect(() => keepWords("nino", ["period"], {})).not.toThrow();
    expect(() => forgetWords()).not.toThrow();
  });
});
