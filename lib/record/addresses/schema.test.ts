import { describe, expect, test } from "vitest";
import { addressOf, pageSchema } from "./schema.ts";

describe("an address", () => {
  test.each([
    [{}, "/x"], [{ page: 1 }, "/x"], [{ plan: null, period: undefined, q: "" }, "/x"],
    [{ plan: "a", page: 2 }, "/x?plan=a&page=2"], [{ page: 2, plan: "a" }, "/x?page=2&plan=a"], [{ sdg: 1 }, "/x?sdg=1"], [{ q: "ზუგდიდი & co" }, "/x?q=%E1%83%96%E1%83%A3%E1%83%92%E1%83%93%E1%83%98%E1%83%93%E1%83%98+%26+co"],
  ])("of %o is %s", (asked, address) => expect(addressOf("/x", asked)).toBe(address));
});

test.each([[undefined, 1], ["2", 2], [["3", "4"], 3], ["x", 1], ["", 1], ["0", 1], ["1.5", 1], ["10001", 1]])("%o in an address is page %d", (typed, page) => expect(pageSchema.parse(typed)).toBe(page));
