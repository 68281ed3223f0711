import { expect, it } from "vitest";
import { codeOf, shortPath, typedAddress } from "./rules.ts";

it("reads a code in whatever case it is typed, and nothing else", () => {
  expect(["k7m2p9qd", "K7M2P9QD", "k7m2p9q", "k7m2p9q1", "k7m2p9qa", "../../../x", ""].map(codeOf)).toEqual(["k7m2p9qd", "k7m2p9qd", null, null, null, null, null]);
});

it("is short enough to be typed", () => {
  expect(typedAddress(`https://example.ge${shortPath("k7m2p9qd")}`)).toBe("example.ge/c/k7m2p9qd");
  expect(shortPath("k7m2p9qd", "ka")).toBe("/c/k7m2p9qd/ka");
});
