import { describe, expect, it } from "vitest";
import { createReportingLinkSchema, reportingTokenSchema } from "./schema.ts";

const id = "019a0000-0000-7000-8000-000000000000";
const input = { periodId: id, organisationId: id, name: " ნინო ", email: " Nino@Example.GE ", locale: "ka" };

describe("whom a link is mailed to", () => {
  it("is one plain address in small letters; the name may stay empty", () => {
    expect(createReportingLinkSchema.parse(input)).toMatchObject({ email: "nino@example.ge", name: "ნინო" });
    expect(createReportingLinkSchema.parse({ ...input, name: " " }).name).toBeNull();
  });

  it.each([{ email: "nino" }, { email: "a@b.ge, c@d.ge" }, { email: "a@b.ge\r\nBcc: c@d.ge" }, { organisationId: "" }, { locale: "xx" }])("refuses %j", (change) => {
    expect(createReportingLinkSchema.safeParse({ ...input, ...change }).success).toBe(false);
  });

  it("is known by 43 characters and nothing else", () => {
    expect(reportingTokenSchema.safeParse("a".repeat(43)).success).toBe(true);
    for (const token of ["", "a".repeat(42), `${"a".repeat(42)}'`, "a".repeat(44)]) expect(reportingTokenSchema.safeParse(token).success).toBe(false);
  });
});
