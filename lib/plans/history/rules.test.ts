import { expect, it } from "vitest";
import { byNumber, groupChanges } from "./rules.ts";

const change = (at: string, key: string, ...numbers: string[]) => ({ at: new Date(at), key, numbers });

it("tells what is the same on a day once, newest day first, numbers in their order", () => {
  const changes = [change("2020-12-31T08:00:00Z", "reported", "2.10"), change("2020-12-31T09:00:00Z", "reported", "2"), change("2020-12-31T08:30:00Z", "reported", "2.9"), change("2021-01-05T08:00:00Z", "assessed", "2")];
  expect(groupChanges(changes).map(({ key, numbers }) => [key, numbers])).toEqual([["assessed", ["2"]], ["reported", ["2", "2.9", "2.10"]]]);
});

it("keeps days apart at midnight in Tbilisi", () => {
  const changes = [change("2020-12-30T19:59:00Z", "reported", "1"), change("2020-12-30T20:01:00Z", "reported", "2")];
  expect(groupChanges(changes)).toHaveLength(2);
});

it("does not name a subject twice", () => expect(groupChanges([change("2020-01-01T08:00:00Z", "k", "5"), change("2020-01-01T09:00:00Z", "k", "5")])[0]?.numbers).toEqual(["5"]));

it("sorts numbers as people count", () => expect(["2.10", "10", "2.9", "2.1.3"].sort(byNumber)).toEqual(["2.1.3", "2.9", "2.10", "10"]));
