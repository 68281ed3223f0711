import { describe, expect, it } from "vitest";
import { budgetLineSchema, indicatorLineSchema, partnershipLineSchema } from "./schema.ts";

const messages = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => result.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("lines under a commitment or milestone", () => {
  it("take what a plan states and leave the rest not stated", () => {
    expect(budgetLineSchema.parse({ programmeCode: "01 01 02" })).toEqual({ amount: null, currency: null, programmeCode: "01 01 02", fundingSourceCode: null, noAdditionalCost: false, statedText: null });
    expect(indicatorLineSchema.parse({ text: { ka: "წელიწადში ერთი კონკურსი" } })).toMatchObject({ code: null, baseline: null, target: null, unit: null });
  });

  it("ask for the currency of an amount, and for the amount of a currency", () => {
    expect(messages(budgetLineSchema.safeParse({ amount: "3000" }))).toEqual([["currency", "required"]]);
    expect(messages(budgetLineSchema.safeParse({ currency: "GEL" }))).toEqual([["currency", "required"]]);
    expect(budgetLineSchema.parse({ amount: "03000.50", currency: "GEL" })).toMatchObject({ amount: "3000.5" });
  });

  it.each(["-1", "3 000", "1e3", "0.001", "three", ""])("refuse the amount %j", (amount) => {
    expect(messages(budgetLineSchema.safeParse({ amount, currency: "GEL" }))).toEqual([["amount", "numberExpected"]]);
  });

  it("refuse an indicator without words and an unknown way to take part", () => {
    expect(messages(indicatorLineSchema.safeParse({ text: {} }))).toEqual([["text", "required"]]);
    expect(partnershipLineSchema.safeParse({ organisationId: "00000000-0000-7000-8000-000000000001", role: "lead" }).success).toBe(false);
  });
});
