import { describe, expect, test } from "vitest";
import { pageOf, pagesOf } from "./rules.ts";

test.each([[0, 1], [1, 1], [30, 1], [31, 2], [61, 3]])("%i lines take %i pages of 30", (total, pages) => expect(pagesOf(total, 30)).toBe(pages));

describe("the page that was asked for", () => {
  test.each([
    [1, 1], [2, 2], [3, 3], [4, 3], [0, 1], [-7, 1], [2.9, 2], [Number.NaN, 1], [Number.POSITIVE_INFINITY, 3], [1e300, 3],
  ])("%s of three is %i", (wanted, page) => expect(pageOf(61, 30, wanted)).toEqual({ page, pages: 3, window: { skip: (page - 1) * 30, take: 30 } }));

  test("of nothing is the first", () => expect(pageOf(0, 30, 9)).toEqual({ page: 1, pages: 1, window: { skip: 0, take: 30 } }));
});
