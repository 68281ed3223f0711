import { expect, it } from "vitest";
import { lastChangeOf } from "./rules.ts";

const [reported, judged, later] = [new Date("2020-01-01"), new Date("2020-06-01"), new Date("2021-01-01")];

it("is the last of all that was reported or judged, of the commitment and its milestones; never without any", () => {
  expect(lastChangeOf([{ updates: [{ acceptedAt: reported }], assessments: [{ publishedAt: judged }] }, { updates: [{ acceptedAt: later }], assessments: [] }])).toBe(later);
  expect(lastChangeOf([{ updates: [{ acceptedAt: reported }], assessments: [{ publishedAt: judged }] }])).toBe(judged);
  expect(lastChangeOf([{ updates: [], assessments: [] }])).toBeNull();
});
