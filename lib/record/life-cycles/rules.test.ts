import { expect, it } from "vitest";
import { statusAfter } from "./rules.ts";

const after = statusAfter<"shut" | "open", "open" | "shut">({ open: { from: ["shut"], to: "open" }, shut: { from: ["open"], to: "shut" } });

it("leads on from the statuses that a step names, and from no other", () => {
  expect([after("open", "shut"), after("shut", "open")]).toEqual(["open", "shut"]);
  expect(() => after("open", "open")).toThrow(expect.objectContaining({ code: "TRANSITION_NOT_ALLOWED" }) as Error);
});
