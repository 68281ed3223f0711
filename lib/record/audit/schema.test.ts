import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listLocales, readMessages } from "#lib/platform/i18n/messages.ts";
import { auditAddress, auditFilterSchema } from "./schema.ts";

/** Every action that a command records, as it stands in the code. */
const actions = globSync("lib/**/commands.ts").flatMap((file) => [...readFileSync(file, "utf8").matchAll(/action: "([a-z_]+)\.([a-z_]+)"/g)].map(([, entity, verb]) => [entity ?? "", verb ?? ""] as const));

it.each(await listLocales())("has words for every change that is recorded (%s)", async (locale) => {
  const words = (await readMessages(locale)).audit?.action as Record<string, Record<string, string>>;
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter(([entity, verb]) => !words[entity]?.[verb]).map((action) => action.join("."))).toEqual([]);
});

it("reads any address, whatever stands in it", () => {
  expect(auditFilterSchema.parse({ plan: "'; drop", page: "-3", entity: ["a"] })).toEqual({ page: 1 });
  expect(auditAddress({ page: 2, entity: "plan" })).toBe("/workspace/audit?page=2&entity=plan");
  expect(auditAddress({ page: 1 })).toBe("/workspace/audit");
});
