import { z } from "zod";
import { problems } from "#lib/open-data/answers/rules.ts";
import type { Resource } from "#lib/record/publication/schema.ts";
import { defaultPageSize, largestPage } from "#lib/open-data/resources/rules.ts";

/** What a property of a resource is, in words. */
export type Describe = (resource: string, property: string) => string;

interface JsonSchema {
  [key: string]: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** Puts words to every property, however deep; the schema itself says what is true of them. */
function described(schema: JsonSchema, resource: string, describe: Describe): JsonSchema {
  const properties = schema.properties && Object.entries(schema.properties).map(([name, part]) => [name, { ...described(part, resource, describe), ...(isLanguage(name) ? {} : { description: describe(resource, name) }) }]);
  return {
    ...schema,
    ...(properties ? { properties: Object.fromEntries(properties) } : {}),
    ...(schema.items ? { items: described(schema.items, resource, describe) } : {}),
    ...(schema.anyOf ? { anyOf: schema.anyOf.map((part) => described(part, resource, describe)) } : {}),
  };
}

const isLanguage = (name: string) => name === "ka" || name === "en";

/** `working-groups` → `WorkingGroups`. */
export function schemaName(resource: string): string {
  return resource.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** The JSON Schema of a resource's records, without its own `$schema`. */
export function recordSchema({ name, record }: Pick<Resource, "name" | "record">, describe: Describe): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(record, { target: "draft-2020-12", io: "input" }) as JsonSchema;
  return $schema ? described(schema, name, describe) : schema;
}

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failures = (...kinds: (keyof typeof problems)[]) => Object.fromEntries(kinds.map((kind) => [problems[kind].status, { $ref: `#/components/responses/${kind}` }]));
const unchanged = { 304: { description: "Nothing has changed since the answer whose ETag was sent." } };

function parametersOf({ sorts, filters }: Resource): object[] {
  const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);
  const schemaOf = (schema: z.ZodType) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" }) as JsonSchema;
    return $schema ? rest : rest;
  };
  return [
    ...Object.entries(filters).map(([name, { schema }]) => ({ name, in: "query", schema: schemaOf(schema) })),
    { name: "sort", in: "query", description: "A minus sign before it turns the order round.", schema: { type: "string", enum: orders, default: orders[0] } },
    { $ref: "#/components/parameters/limit" }, { $ref: "#/components/parameters/cursor" },
  ];
}

function pathsOf(resource: Resource): Record<string, object> {
  const { name, key } = resource;
  const shown = refer(schemaName(name));
  const envelope = (properties: Record<string, object>) => ({ type: "object", required: Object.keys(properties), properties: { ...properties, licence: { type: "string", format: "uri" } } });
  const page = envelope({ data: { type: "array", items: shown }, page: refer("Page"), links: refer("Links") });
  const parameter = { name: key, in: "path", required: true, schema: key === "id" ? { type: "string", format: "uuid" } : { type: "string" } };
  return {
    [`/${name}`]: { get: { operationId: `list${schemaName(name)}`, summary: `A page of ${name.replaceAll("-", " ")}`, tags: [name], parameters: parametersOf(resource), responses: { 200: { description: "A page of them.", ...json(page) }, ...unchanged, ...failures("bad-parameter", "unavailable") } } },
    [`/${name}/{${key}}`]: { get: { operationId: `get${schemaName(name)}`, summary: `One of the ${name.replaceAll("-", " ")}`, tags: [name], parameters: [parameter], responses: { 200: { description: "It.", ...json(envelope({ data: shown })) }, ...unchanged, ...failures("not-found", "unavailable") } } },
  };
}

const reportVersion = {
  "/reports/{slug}/versions/{number}": {
    get: {
      operationId: "getReportVersion", summary: "A frozen version of a report, byte for byte what its checksum is of", tags: ["reports"],
      parameters: [{ name: "slug", in: "path", required: true, schema: { type: "string" } }, { name: "number", in: "path", required: true, schema: { type: "integer", minimum: 1 } }],
      responses: { 200: { description: "It never changes.", ...json({ type: "object" }) }, ...unchanged, ...failures("not-found", "unavailable") },
    },
  },
};

const dumps = {
  "/dumps/{file}": {
    get: {
      operationId: "getDump", summary: "Everything of one kind as a file: commitments.jsonl, commitments.csv, commitments.xlsx; all.xlsx", tags: ["dumps"],
      parameters: [{ name: "file", in: "path", required: true, schema: { type: "string", pattern: "^[a-z-]+\\.(jsonl|csv|xlsx)$" } }],
      responses: { 200: { description: "The file, streamed.", content: { "application/jsonl": {}, "text/csv": {}, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {} } }, ...failures("not-found", "too-many-requests", "unavailable") },
    },
  },
};

function problemComponents(): Record<string, object> {
  const answer = (title: string) => ({ description: title, content: { "application/problem+json": { schema: refer("Problem") } } });
  return Object.fromEntries(Object.entries(problems).map(([kind, { title }]) => [kind, answer(title)]));
}

const sharedSchemas = {
  Page: { type: "object", required: ["limit", "next"], properties: { limit: { type: "integer" }, next: { type: ["string", "null"], description: "The cursor of the next page; null: this is the last." } } },
  Links: { type: "object", required: ["self", "next"], properties: { self: { type: "string", format: "uri" }, next: { type: ["string", "null"], format: "uri" } } },
  Problem: {
    type: "object", description: "RFC 9457", required: ["type", "title", "status"],
    properties: {
      type: { type: "string", format: "uri" }, title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" },
      errors: { type: "array", items: { type: "object", required: ["parameter", "detail"], properties: { parameter: { type: "string" }, detail: { type: "string" } } } },
    },
  },
};

/** The interface as OpenAPI 3.1 describes it, made of the same schemas and filters that answer. */
export function openApiOf(resources: readonly Resource[], site: string, licence: { name: string; url: string }, describe: Describe): object {
  return {
    openapi: "3.1.0",
    info: { title: "Open Commitments", version: "1.0.0", summary: "Open Government action plans, what was reported of them and how it was judged", license: licence },
    servers: [{ url: `${site}/api/v1` }],
    security: [],
    tags: [...resources.map(({ name }) => ({ name })), { name: "dumps" }],
    paths: { ...Object.assign({}, ...resources.map(pathsOf)), ...reportVersion, ...dumps },
    components: {
      parameters: {
        limit: { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: largestPage, default: defaultPageSize } },
        cursor: { name: "cursor", in: "query", description: "From `page.next` of the page before; asked for with the same order.", schema: { type: "string" } },
      },
      responses: problemComponents(),
      schemas: { ...Object.fromEntries(resources.map((resource) => [schemaName(resource.name), recordSchema(resource, describe)])), ...sharedSchemas },
    },
  };
}

/** A collection as a page for people lists it. */
export function collectionLine({ name, key, sorts, filters }: Resource) {
  const valuesOf = (schema: z.ZodType): string => {
    const { pattern, format, enum: choices, anyOf } = z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
    if (Array.isArray(choices)) return choices.join(", ");
    if (anyOf) return anyOf.map((part) => String(part.format)).join(", ");
    return String(format ?? pattern ?? "");
  };
  return { name, key, sorts: Object.keys(sorts), filters: Object.entries(filters).map(([filter, { schema }]) => ({ name: filter, values: valuesOf(schema) })) };
}
