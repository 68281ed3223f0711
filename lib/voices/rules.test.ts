import { expect, it } from "vitest";
import { newestFirst } from "./rules.ts";

const record = (name: string, endsOn: string, at: string) => ({ name, period: { endsOn }, at: new Date(at) });

it("puts the newest period first, and within one what came last; a late word on an old period stays below", () => {
  const late = record("late", "2018-12-31", "2024-01-01");
  const records = [late, record("first", "2019-12-31", "2020-01-01"), record("second", "2019-12-31", "2020-02-01")];
  expect(newestFirst(records, ({ at }) => at).map(({ name }) => name)).toEqual(["second", "first", "late"]);
  expect(records[0]).toBe(late);
});
