import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { locales } from "#lib/record/localized/schema.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consentVersion, followSchema } from "./schema.ts";

it("what is agreed to is kept word for word under its version", async () => {
  const consents = readFileSync(new URL("../../docs/consents.md", import.meta.url), "utf8");
  const section = consents.split(/^##+ /m).find((part) => part.startsWith(`${consentVersion}\n`)) ?? "";
  for (const locale of locales) {
    expect(section).toContain((await translatorFor(locale))("followers.form.consent"));
  }
});

it("who says nothing of how often is told at once", () => {
  const form = { kind: "sdg", target: "4", email: " Nino@Example.ge", locale: "ka" };
  expect(followSchema.parse(form)).toEqual({ ...form, email: "nino@example.ge", frequency: "at_once", website: "" });
  for (const wrong of [{ frequency: "hourly" }, { target: "../x" }, { target: "a/b/c" }, { kind: "comment" }, { locale: "de" }]) expect(followSchema.safeParse({ ...form, ...wrong }).success).toBe(false);
});
