import { expect, it } from "vitest";
import { attendanceBySector } from "./rules.ts";

it("adds up who came by sector, and says of how many the number is open", () => {
  const attendance = [
    { sector: "civil_society", people: 3 }, { sector: "government", people: null }, { sector: "civil_society", people: null }, { sector: "civil_society", people: 2 },
  ] as const;
  expect(attendanceBySector(attendance).map(({ sector, people, open, entries }) => [sector, people, open, entries.length])).toEqual([["government", 0, 1, 1], ["civil_society", 5, 1, 3]]);
  expect(attendanceBySector([])).toEqual([]);
});
