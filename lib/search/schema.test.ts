import { expect, it } from "vitest";
import { isNarrowed, parseSearch, searchAddress } from "./schema.ts";

it("understands an address and writes it again", () => {
  const search = parseSearch({ q: "  ზუგდიდის \u0000 იდეა ", kind: "commitment", plan: "georgia-2018-2019", sdg: "16", overdue: "yes", page: "2" });
  expect(search).toMatchObject({ question: "ზუგდიდის იდეა", kind: "commitment", overdue: true, page: 2 });
  expect(searchAddress(search)).toBe(`/search?${new URLSearchParams({ q: "ზუგდიდის იდეა", kind: "commitment", plan: "georgia-2018-2019", sdg: "16", overdue: "yes", page: "2" })}`);
  expect(parseSearch(Object.fromEntries(new URLSearchParams(searchAddress(search).split("?")[1])))).toEqual(search);
});

it("takes what it does not understand as if it were not there", () => {
  const plain = parseSearch({});
  expect(parseSearch({ kind: "password", plan: "'; DROP", overdue: "no", page: "-1", sdg: "x".repeat(101), level: "" })).toEqual(plain);
  expect(searchAddress(plain)).toBe("/search");
  expect(isNarrowed(plain)).toBe(false);
  expect(parseSearch({ q: ["a", "b"], page: "3" })).toMatchObject({ question: "a", page: 1 });
  expect(parseSearch({ q: "ა".repeat(900) }).question).toHaveLength(200);
});
