import { describe, expect, it } from "vitest";
import { differenceFilterSchema, differencesAddress } from "./schema.ts";

describe("the address of a filter", () => {
  it("leaves out what makes no sense", () => {
    expect(differenceFilterSchema.parse({ plan: "a-plan", period: "2019", page: "2" })).toEqual({ plan: "a-plan", period: "2019", page: 2 });
    expect(differenceFilterSchema.parse({ plan: ["a", "b"], period: "'; DROP", page: "-1" })).toEqual({ page: 1 });
    expect(differencesAddress({ plan: "a-plan", page: 1 })).toBe("/differences?plan=a-plan");
    expect(differencesAddress({ period: "2019", page: 3 })).toBe("/differences?period=2019&page=3");
    expect(differencesAddress({})).toBe("/differences");
  });
});
