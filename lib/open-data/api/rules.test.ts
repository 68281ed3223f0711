import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { resources } from "#lib/open-data/resources/queries.ts";
import { describeIn } from "#lib/open-data/words/queries.ts";
import { collectionLine, openApiOf, recordSchema } from "./rules.ts";

const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };

/** Names of properties, however deep. */
function propertiesOf(schema: object): string[] {
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return [];
    return key === "properties" ? [...Object.keys(value), ...Object.values(value).flatMap((part) => propertiesOf(part as object))] : propertiesOf(value);
  });
}

describe("the description of the interface", () => {
  it("is OpenAPI 3.1", async () => {
    const document = openApiOf(resources, "https://example.org", licence, await describeIn("en"));
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
    const text = JSON.stringify(document);
    const named = new Set([...text.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)].map(([, kind, name]) => `${kind}/${name}`));
    const { components } = document as { components: Record<string, Record<string, object>> };
    expect([...named].filter((name) => !components[name.split("/")[0] ?? ""]?.[name.split("/")[1] ?? ""])).toEqual([]);
  });

  it.each(["ka", "en"])("says in %s what every property is", async (locale) => {
    const describe = await describeIn(locale);
    const names = new Set(resources.flatMap((resource) => propertiesOf(recordSchema(resource, describe))));
    expect([...names].filter((name) => name !== "ka" && name !== "en" && describe("", name) === name)).toEqual([]);
  });

  it("lists for people what it lists for programs", () => {
    for (const resource of resources) {
      const { sorts, filters } = collectionLine(resource);
      expect(sorts[0]).toBe("id");
      expect(filters.filter(({ values }) => values === "")).toEqual([]);
    }
  });
});
