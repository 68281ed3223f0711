import { expect, it } from "vitest";
import { eventsAddress, parseEventFilters } from "./schema.ts";

it("reads the filters of an address, and takes what it does not know as if it were not there", () => {
  expect(parseEventFilters({ kind: "forum_meeting", secretariat: "a-b", plan: ["p", "q"], page: "2" })).toEqual({ kind: "forum_meeting", secretariat: "a-b", plan: "p" });
  expect(parseEventFilters({ kind: "party", secretariat: "A B", plan: "" })).toEqual({ kind: null, secretariat: null, plan: null });
});

it("writes an address with what is chosen alone", () => {
  const filters = { kind: "other", secretariat: null, plan: "p" } as const;
  expect(eventsAddress(filters)).toBe("/process?kind=other&plan=p");
  expect(eventsAddress(filters, 3)).toBe("/process?kind=other&plan=p&page=3");
  expect(eventsAddress({ kind: null, secretariat: null, plan: null })).toBe("/process");
});
