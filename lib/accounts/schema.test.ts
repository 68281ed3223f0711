import { describe, expect, it } from "vitest";
import { fieldErrorsOf } from "#lib/platform/errors.ts";
import { changePasswordSchema, firstAdministratorSchema, isTrivialPassword, membershipSchema, newAccountSchema } from "./schema.ts";

const organisationId = "0192f0c1-2b3c-7d4e-8f50-123456789abc";
const errorsOf = (schema: typeof newAccountSchema | typeof firstAdministratorSchema | typeof membershipSchema | typeof changePasswordSchema, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? {} : fieldErrorsOf(parsed.error);
};

describe("an account", () => {
  it("keeps the e-mail in one form", () => {
    expect(newAccountSchema.parse({ email: "  Nino@Example.GE ", name: " ნინო " })).toEqual({ email: "nino@example.ge", name: "ნინო", locale: "ka", memberships: [] });
  });

  it.each(["", "nino", "nino@", "a b@example.ge", "nino@example.ge\nbcc: x@example.ge"])("refuses %j as an e-mail", (email) => {
    expect(errorsOf(newAccountSchema, { email, name: "ნინო" })).toHaveProperty("email");
  });

  it("says everything that is wrong at once, by field", () => {
    expect(errorsOf(newAccountSchema, { email: "x", name: " ", locale: "ka", memberships: [{ role: "", organisationId: "" }] })).toEqual({ email: "email", name: "required", "memberships.0.role": "choiceRequired" });
  });
});

describe("a role", () => {
  it.each(["secretariat", "coordinator", "moderator", "monitor"])("of a %s needs an organisation", (role) => {
    expect(errorsOf(membershipSchema, { role, organisationId })).toEqual({});
    expect(errorsOf(membershipSchema, { role, organisationId: "" })).toEqual({ organisationId: "roleOrganisation" });
  });

  it("of an administrator has none", () => {
    expect(membershipSchema.parse({ role: "administrator", organisationId: "" })).toEqual({ role: "administrator", organisationId: null });
    expect(errorsOf(membershipSchema, { role: "administrator", organisationId })).toEqual({ organisationId: "roleOrganisation" });
  });
});

describe("a password", () => {
  const person = { email: "nino@example.ge", name: "ნინო" };
  it.each([
    ["short", "passwordTooShort"],
    ["a".repeat(201), "passwordTooLong"],
  ])("%s is refused", (password, why) => {
    expect(errorsOf(firstAdministratorSchema, { ...person, password, repeated: password })).toMatchObject({ password: why });
  });

  it("is typed twice", () => {
    expect(errorsOf(firstAdministratorSchema, { ...person, password: "მწვანე კიბე 12", repeated: "მწვანე კიბე 13" })).toEqual({ repeated: "passwordsDiffer" });
    expect(errorsOf(changePasswordSchema, { current: "x", password: "მწვანე კიბე 12", repeated: "" })).toMatchObject({ repeated: "required" });
  });

  it.each(["nino@example.ge", "NINO@EXAMPLE.GE", "ninoexamplege", "aaaaaaaaaaaaaa", "abababababab"])("%s is too easy to guess", (password) => {
    expect(isTrivialPassword(password, person.email)).toBe(true);
  });

  it.each(["მწვანე კიბე ცხრაჯერ", "correct horse battery", "!!!! ---- ???? ++++"])("%s is not", (password) => {
    expect(isTrivialPassword(password, person.email)).toBe(false);
  });
});
