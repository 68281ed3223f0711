import fc from "fast-check";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { commentIn, aMixedRecord } from "#prisma/mixed-factories.ts";
import { getCollection } from "#lib/open-data/answers/queries.ts";
import { resourceNames } from "#lib/record/publication/schema.ts";
import { resources } from "#lib/open-data/resources/queries.ts";
import { readParameters } from "#lib/open-data/resources/rules.ts";
import { columnsOf } from "#lib/open-data/tables/rules.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { parseCsv } from "#lib/sheets/csv.ts";
import { readXlsx } from "#lib/sheets/xlsx.ts";
import { openZip } from "#lib/sheets/zip.ts";
import { streamDump } from "./queries.ts";
import { dumpFileOf } from "./schema.ts";

const now = new Date("2026-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

async function dump(name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamDump(dumpFileOf(name) ?? expect.unreachable(), now)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const lines = async (name: string) => (await dump(name)).toString().split("\n").filter(Boolean);

/** Everything that is given out, in every format but the packed one, which is made of the same cells as CSV. */
async function everything(): Promise<string> {
  const texts: string[] = [];
  for (const resource of resources) {
    texts.push((await dump(`${resource.name}.jsonl`)).toString(), (await dump(`${resource.name}.csv`)).toString());
    const read = readParameters(resource, new URLSearchParams({ limit: "200" }));
    if ("asked" in read) texts.push(await getCollection(resource, { ...read.asked, address: `${read.asked.address}&test=${newId()}` }));
  }
  return texts.join("\n");
}

/** The text columns that are public in a row that is. Every other one of every table, also one added tomorrow, is private here. */
const publicColumns: Record<string, string> = {
  Plan: "slug title introduction level countryCode locality vocabulary startsOn endsOn status scaleCode consultationOpensOn consultationEndsOn sourceNote municipalitySlug",
  LegalAct: "kind number date issuingBody title text appealTerms signatory url", PlanPart: "slug kind number title description note",
  CommitmentAddress: "slug code", Commitment: "number slug code title description expectedOutcome plainSummary startsOn endsOn sourceNote", Milestone: "number title description startsOn endsOn",
  Partnership: "role", Indicator: "code text unit", VerificationSource: "text", BudgetLine: "currency programmeCode fundingSourceCode statedText",
  Organisation: "slug name kindCode municipalitySlug", Municipality: "slug name region", Standing: "progress fulfilment", ThematicArea: "code label", Sdg: "label", OrganisationKind: "code label", FundingSource: "code label", FulfilmentScale: "code", FulfilmentGrade: "scaleCode code label", IrmGrade: "code label",
  ReportingPeriod: "slug label kind startsOn endsOn dueOn status", ProgressUpdate: "status progress result reasons", IndicatorActual: "text",
  Assessment: "voice completionCode verifiableCode potentialCode earlyResultsCode narrative status", AssessmentAnswer: "text", Evidence: "kind title url fileName mediaType sha256",
  Report: "slug kind status consultationOpensOn consultationEndsOn", ReportVersion: "stage title sha256 reason",
  Comment: "authorName body locale status moderationCode sectionKey", Response: "status disposition text",
  WorkingGroup: "slug kind name mandate startsOn endsOn sourceNote", WorkingGroupMember: "name sector role",
  ProcessEvent: "slug kind title summary agenda minutes startsOn endsOn place url status cancelReason sourceNote", EventAttendance: "name sector", EventDecision: "text", Recommendation: "text dueOn disposition response fulfilledOn fulfilment",
  Amendment: "status reason", PlanChange: "entity operation number title field before after", _CommitmentToThematicArea: "B", _prisma_migrations: "checksum migration_name logs",
};

describe("a file of everything", () => {
  it("has each record once, as the interface gives it", async () => {
    const commitments = (await lines("commitments.jsonl")).map((line): unknown => JSON.parse(line));
    expect(commitments).toHaveLength(await db().commitment.count({ where: { plan: { status: { not: "draft" } } } }));
    const { record } = resources.find(({ name }) => name === "commitments") ?? expect.unreachable();
    for (const commitment of commitments) expect(record.parse(commitment)).toEqual(commitment);
  });

  it("is as CSV what it is as JSON, under OGP's names where OGP has one", async () => {
    const [heading, ...rows] = parseCsv((await dump("commitments.csv")).toString(), "commitments");
    const columns = columnsOf(resources.find(({ name }) => name === "commitments") ?? expect.unreachable());
    expect(heading?.cells.slice(0, 3)).toEqual(["Commitment Unique Identifier", "Country/Locality", "Commitment Number"]);
    const records = (await lines("commitments.jsonl")).map((line) => JSON.parse(line));
    expect(rows.map(({ cells }) => columns.map((_, index) => cells[index] ?? ""))).toEqual(records.map((record) => columns.map(({ cell }) => String(cell(record) ?? "").replace(/\r\n?/g, "\n"))));
  });

  it("is as a workbook what it is as CSV, a sheet each", async () => {
    const sheets = [];
    for await (const sheet of readXlsx(openZip(await dump("all.xlsx")), () => true)) sheets.push(sheet);
    expect(sheets.map(({ name }) => name)).toEqual(resources.map(({ name }) => name));
    for (const { name, rows } of sheets) expect(rows).toHaveLength((await lines(`${name}.jsonl`)).length + 1);
  });

  it("is read in batches, however much there is: a statement for 200 records", async () => {
    const milestones = await db().milestone.count();
    expect(await statements(() => dump("milestones.jsonl"))).toBeLessThanOrEqual(Math.ceil((milestones + 1) / 200));
  });

  it("has no other name than those of its kinds", () => {
    expect(["accounts.csv", "all.csv", "all.jsonl", "comments.sql", "../comments.csv", "comments.csv/"].map(dumpFileOf)).toEqual([null, null, null, null, null, null]);
    expect(resourceNames.map((name) => dumpFileOf(`${name}.csv`)?.of)).toEqual([...resourceNames]);
  });
});

describe("what is given out", () => {
  it("never has an e-mail address, nor anything of a draft or of what waits", async () => {
    const text = await everything();
    expect(text).not.toContain("poison");
    expect(text).not.toContain("secret.example");
    expect(text).toContain("Write to …@…");
  });

  class Undone extends Error {}

  it("never has what is not public, in whatever state things are", { timeout: 240_000 }, async () => {
    const state = fc.constantFrom("unconfirmed", "pending", "published", "rejected", "hidden");
    const { secretariat, plan } = mixed.subject;
    const event = (status: string, n: number) => ({
      slug: `made-${n}-${newId()}`, secretariatId: secretariat.id, kind: "other", title: { en: status === "draft" ? "poison" : "said" }, minutes: { en: status === "draft" ? "poison" : "said" }, status, savedAt: now, actorName: "poison",
      ...(status === "draft" ? {} : { publishedAt: now }), ...(status === "cancelled" ? { cancelledAt: now, cancelReason: { en: "ill" } } : {}),
    });
    await fc.assert(fc.asyncProperty(fc.array(state, { maxLength: 6 }), fc.array(fc.constantFrom("draft", "published", "cancelled"), { maxLength: 4 }), fc.boolean(), async (comments, events, published) => {
      await inTransaction(async () => {
        for (const status of comments) await commentIn(status, mixed.subject);
        for (const [n, status] of events.entries()) await db().processEvent.create({ data: event(status, n) });
        const said = published ? "said" : "poison";
        await db().workingGroup.create({ data: { slug: `made-${newId()}`, secretariatId: secretariat.id, planId: plan.id, kind: "group", name: { en: said }, mandate: { en: said }, savedAt: now, publishedAt: published ? now : null } });
        const text = await everything();
        expect(text).not.toContain("poison");
        expect(text).not.toContain("secret.example");
        throw new Undone();
      }, 120_000).catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    }), { numRuns: 12 });
  });

  it("never has a private column, whichever tables and columns there are", { timeout: 240_000 }, async () => {
    const client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const { rows } = await client.query<{ table: string; column: string; type: string }>(
      `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'character varying', 'json', 'jsonb') AND c.is_generated = 'NEVER'`,
    );
    // Triggers and foreign keys hold for people, not for a test that writes nonsense.
    await client.query("SET session_replication_role = replica");
    const poisoned: string[] = [];
    const refused: string[] = [];
    for (const { table, column, type } of rows) {
      if (publicColumns[table]?.split(" ").includes(column)) continue;
      const text = `'poison-${table}-${column}-' || ctid::text || '@secret.example'`;
      const { rowCount } = await client.query(`UPDATE "${table}" SET "${column}" = ${type.startsWith("json") ? `jsonb_build_object('ka', ${text}, 'en', ${text})` : text}`).catch(() => ({ rowCount: -1 }));
      if (rowCount) (rowCount < 0 ? refused : poisoned).push(`${table}.${column}`);
    }
    await client.end();
    expect(poisoned).toEqual(expect.arrayContaining(["Comment.email", "Comment.moderationNote", "Comment.confirmTokenHash", "Response.actorName", "Report.title", "Assessment.actorName", "UpdateReview.note", "AuditEvent.actorName"]));
    // The database itself holds what these may be: codes, checksums, the bytes of a published report.
    const held = ["IrmGrade.axis", "Follower.channel", "Follow.kind", "Follow.locale", "Follow.frequency", "Mail.status", "ReportFile.format", "ReportFile.sha256", "ReportVersion.snapshot", "UpdateReview.decision", "_prisma_migrations.id"];
    expect(refused.filter((column) => !held.includes(column))).toEqual([]);
    const text = await everything();
    expect(text.match(/poison-\w+-\w+/g) ?? []).toEqual([]);
    expect(text).not.toContain("secret.example");
  });
});
