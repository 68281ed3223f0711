import fc from "fast-check";
import { fundingSources, municipalities, organisationKinds, thematicAreas } from "#lib/record/lists/schema.ts";
import { planFileFormat, planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";

/** Texts that formats like to spoil. */
const odd = [
  "=1+1", "+995 32", "-5", "@SUM(A1)", "'=1", "''", "'", "01 01 02", "5.10", "2018", "10.2018", "true", "კი", "ორი\nსტრიქონი", "a;b", "a,b", 'says "so"', '"', "tab\tin", "_x0041_", "_x000D_", "constructor", "__proto__",
  "\ufffd", "\uffff", "„ბრჭყალი“", "<b>&amp;</b>", "]]>", "a\u00a0b", "👩‍👩‍👧", "1/2", "N/A", "#REF!", "\u200dx", "sep=;", "x".repeat(300),
];
const words = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...odd) }, fc.string({ unit: "grapheme", maxLength: 40 }), fc.lorem({ maxCount: 12 })).filter((text) => text.replace(/\p{Cc}/gu, "").trim() !== "");
const short = words.map((text) => text.trim().replace(/\p{Cc}/gu, "").slice(0, 25).toWellFormed().trim()).filter((text) => text !== "");
const text = fc.oneof(fc.record({ ka: words, en: words }), fc.record({ ka: words }), fc.record({ en: words }));
const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/);
const date = fc.oneof(
  fc.integer({ min: 1900, max: 2199 }).map(String),
  fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`),
  fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
);
const number = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 1_000));
const money = fc.integer({ min: 0, max: 1_000_000_000_000 }).map((value) => value / 100);
const codes = (list: readonly { code: string }[]) => fc.constantFrom(...list.map(({ code }) => code));
const municipality = fc.constantFrom(...municipalities.map(({ slug }) => slug));
const some = <T>(item: fc.Arbitrary<T>, maxLength = 3) => fc.array(item, { minLength: 1, maxLength });

/** Some fields always, the others now and then. */
const record = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }, requiredKeys: (keyof T & string)[]) => fc.record(fields, { requiredKeys });

const budget = fc.tuple(record({ programmeCode: short, fundingSource: codes(fundingSources), noAdditionalCost: fc.boolean(), statedText: text }, []), fc.option(fc.record({ amount: money, currency: fc.constantFrom("GEL", "USD", "EUR") }), { nil: undefined })).map(([line, sum]) => ({ ...line, ...sum }));
const lines = {
  indicators: some(record({ code: short, text, baseline: number, target: number, unit: text.map(cut) }, ["text"])),
  verificationSources: some(fc.record({ text })),
  budget: some(budget),
};

function cut(value: { ka?: string; en?: string }): { ka?: string; en?: string } {
  return Object.fromEntries(Object.entries(value).map(([locale, whole]) => [locale, whole.slice(0, 80).toWellFormed()]));
}

/** Three of the organisations at most, each once: lead, co-responsible, partner. */
function agencies(keys: readonly string[], places: number) {
  const pick = (index: number) => keys[(index + places) % keys.length] ?? "";
  return { lead: pick(0), ...(keys.length > 1 && places % 2 ? { coResponsible: [pick(1)] } : {}), ...(keys.length > 3 && places % 3 ? { partners: [pick(2), pick(3)] } : {}) };
}

const milestone = record({ number: short, title: text, description: text, startsOn: date, endsOn: date, ...lines }, ["number", "title"]);

function planOf(keys: readonly string[], partKeys: readonly string[], slugs: readonly string[]) {
  const place = fc.integer({ min: 0, max: 50 });
  const line = fc.tuple(milestone, place).map(([fields, index]) => ({ ...fields, ...agencies(keys, index) }));
  const nested = fc.uniqueArray(fc.tuple(line, fc.array(line, { maxLength: 2 })), { maxLength: 3, selector: ([{ number: first }]) => first }).map((list) =>
    list.map(([outer, inner], index) => ({ ...outer, ...(inner.length > 0 ? { milestones: inner.map((fields, step) => ({ ...fields, number: `${index}~${step}` })) } : {}) })),
  );
  const commitment = record(
    { title: text, description: text, startsOn: date, endsOn: date, ...lines, expectedOutcome: text, plainSummary: text, thematicAreas: fc.uniqueArray(codes(thematicAreas), { minLength: 1 }), sdgs: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { minLength: 1 }), sourceNote: text, part: fc.constantFrom(...partKeys, ...(partKeys.length ? [] : ["-"])) },
    [],
  );
  return fc.tuple(...slugs.map((name) => fc.tuple(commitment, nested, short, place).map(([fields, milestones, numbered, index]) => ({ ...fields, ...(fields.part === "-" ? { part: undefined } : {}), number: numbered, slug: name, ...agencies(keys, index), ...(milestones.length > 0 ? { milestones } : {}) }))));
}

/** Any plan that the format can say, without what happened in periods: all fields, odd texts, both languages, restarting numbers. */
export const arbitraryPlan: fc.Arbitrary<PlanFile> = fc
  .record({ keys: fc.uniqueArray(slug, { minLength: 1, maxLength: 5 }), partKeys: fc.uniqueArray(slug, { maxLength: 4 }), slugs: fc.uniqueArray(slug, { maxLength: 4 }) })
  .chain(({ keys, partKeys, slugs }) =>
    fc.record({
      format: fc.constant(planFileFormat),
      plan: record(
        { slug, title: text, introduction: text, level: fc.constantFrom("national", "local", "sectoral"), countryCode: fc.constantFrom("GE", "AM"), locality: text.map(cut), municipality, vocabulary: fc.constantFrom("commitment", "activity"), startsOn: date, endsOn: date, secretariat: fc.constantFrom(...keys), scale: fc.constant("georgia"), consultationDays: fc.integer({ min: 1, max: 365 }), sourceNote: text },
        ["slug", "title", "level", "countryCode", "vocabulary", "startsOn", "endsOn", "secretariat", "scale"],
      ),
      legalActs: fc.array(record({ kind: text.map(cut), number: short, date, issuingBody: text.map(cut), title: text, text, appealTerms: text, signatory: text, url: fc.webUrl() }, ["kind", "number", "date", "issuingBody"]), { maxLength: 2 }),
      organisations: fc.tuple(...keys.map((key) => record({ key: fc.constant(key), name: text.map(cut), kind: codes(organisationKinds), municipality }, ["key", "name", "kind"]))),
      parts: fc.tuple(...partKeys.map((key, index) => record({ key: fc.constant(key), parent: fc.constantFrom(...(index > 0 ? partKeys.slice(0, index) : [""])), kind: fc.constantFrom("challenge", "objective", "part"), number: short, title: text, description: text, note: text }, ["key", "kind", "title"]).map((part) => (part.parent === "" ? { ...part, parent: undefined } : part)))),
      commitments: planOf(keys, partKeys, slugs),
      periods: fc.constant([]),
    }),
  )
  // As the format reads it: trimmed, cleaned. What it does not take (a text that cleaning empties) is no plan.
  .map((raw) => planFileSchema.safeParse(raw).data)
  .filter((file): file is PlanFile => file !== undefined);
