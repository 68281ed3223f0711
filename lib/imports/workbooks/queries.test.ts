import { beforeEach, expect, it } from "vitest";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { defaultTerms } from "./default-terms.ts";
import { getWorkbookTerms } from "./queries.ts";
import { readWorkbook } from "./reading.ts";
import { codeOf } from "./values.ts";
import { writeExample } from "./writing.ts";

beforeEach(() => ensureLists(new Date("2026-11-21T11:00:00Z")));

it("takes the choices of workbooks from the record, in its order", async () => {
  expect((await getWorkbookTerms()).lists).toEqual((await defaultTerms()).lists);
});

it("knows what the record's lists were given since, and its organisations by name", async () => {
  await db().thematicArea.create({ data: { code: "access_to_services", label: { ka: "სერვისების ხელმისაწვდომობა" }, position: 9 } });
  await db().organisation.create({ data: { slug: "batumi-city-hall", name: { ka: "ბათუმის მერია" }, kindCode: "municipal_body" } });
  const terms = await getWorkbookTerms();
  expect(codeOf(terms.lists.thematicAreas, "სერვისების ხელმისაწვდომობა")).toBe("access_to_services");
  expect(terms.organisations).toContainEqual({ key: "batumi-city-hall", name: { ka: "ბათუმის მერია" } });
  expect(await readWorkbook(await writeExample("xlsx", "ka", terms), terms)).toMatchObject({ ok: true, problems: [] });
});
