import { fieldsSchemas, type FieldsOf } from "#lib/editing/schema.ts";
import { locales, type Localized } from "#lib/record/localized/schema.ts";
import type { FileMilestone, PlanFile } from "#lib/imports/plan-files/schema.ts";
import type { FileEntry, KnownOrganisation, OrganisationMatch, PlanEntries } from "./schema.ts";

const folded = (text: string) => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
const names = (name: Localized) => locales.flatMap((locale) => (name[locale] ? [folded(name[locale])] : []));

/**
 * Which organisations of the record a file means: by its key, else (unless `keysOnly`) by a name in either language that only one of them has.
 * What is not there gets an id by `newId`. The record's name counts, whatever the file calls it.
 */
export function matchOrganisations(file: Pick<PlanFile, "organisations">, known: readonly KnownOrganisation[], newId: (key: string) => string, { keysOnly = false }: { keysOnly?: boolean | undefined } = {}): OrganisationMatch[] {
  const bySlug = new Map(known.map((organisation) => [organisation.slug, organisation]));
  const byName = new Map<string, KnownOrganisation | null>();
  for (const organisation of keysOnly ? [] : known) for (const name of new Set(names(organisation.name))) byName.set(name, byName.has(name) ? null : organisation);
  const keys = new Set(file.organisations.map(({ key }) => key));
  const taken = new Set<string>();
  return file.organisations.map(({ key, name, kind, municipality }) => {
    const same = bySlug.get(key);
    if (same) return { key, name, kind, municipality, id: same.id, known: same, by: "key" as const };
    const named = names(name).map((one) => byName.get(one)).find((one) => one && !keys.has(one.slug) && !taken.has(one.slug));
    if (named) taken.add(named.slug);
    return { key, name, kind, municipality, id: named?.id ?? newId(key), known: named ?? null, by: named ? ("name" as const) : null };
  });
}

/** Decimal digits, as edits hold numbers. */
const digits = (value: number | undefined) => (value === undefined ? null : String(value));

type FileLines = Pick<FileMilestone, "partners" | "coResponsible" | "indicators" | "verificationSources" | "budget">;

/** What an organisation's key stands for in the record. */
type Ids = ReadonlyMap<string, string>;

function linesOf(lines: FileLines, ids: Ids) {
  const as = (role: "partner" | "co_responsible", keys: readonly string[] = []) => keys.map((key) => ({ role, organisationId: ids.get(key) ?? key }));
  return {
    partnerships: [...as("co_responsible", lines.coResponsible), ...as("partner", lines.partners)],
    indicators: (lines.indicators ?? []).map((line) => ({ ...line, baseline: digits(line.baseline), target: digits(line.target) })),
    sources: lines.verificationSources ?? [],
    budgetLines: (lines.budget ?? []).map(({ amount, fundingSource, ...line }) => ({ ...line, amount: digits(amount), fundingSourceCode: fundingSource ?? null })),
  };
}

/** The plan's own fields; its address and its Secretariat are not edited. */
export function planFields({ plan }: Pick<PlanFile, "plan">, consultationDays?: number): FieldsOf<"plan"> {
  return fieldsSchemas.plan.parse({ consultationDays, ...plan, scaleCode: plan.scale });
}

/**
 * A checked plan file in the words of the editor. `consultationDays` counts where the file does not say it. Throws a ZodError
 * for what `planFileProblems` would have found.
 */
export function entriesOf(file: PlanFile, organisations: readonly OrganisationMatch[], consultationDays?: number): PlanEntries {
  const ids = new Map(organisations.map(({ key, id }) => [key, id]));
  const parts = partEntries(file);
  const byKey = new Map(parts.map((entry) => [entry.fields.slug, entry]));
  const commitments: PlanEntries["commitments"] = [];
  const milestones: PlanEntries["milestones"] = [];
  for (const [index, { part, lead, milestones: inner = [], ...own }] of file.commitments.entries()) {
    const leadOrganisationId = ids.get(lead) ?? lead;
    const fields = fieldsSchemas.commitment.parse({ ...own, ...linesOf(own, ids), leadOrganisationId });
    const commitment: FileEntry<"commitment"> = { entity: "commitment", path: `commitments[${index}]`, fields, parent: (part && byKey.get(part)) || null, commitment: null };
    commitments.push(commitment);
    milestones.push(...milestoneEntries(inner, { commitment, parent: null, path: commitment.path, leadOrganisationId }, ids));
  }
  const legalActs = file.legalActs.map((act, index): FileEntry<"legal_act"> => ({ entity: "legal_act", path: `legalActs[${index}]`, fields: fieldsSchemas.legal_act.parse(act), parent: null, commitment: null }));
  return { plan: planFields(file, consultationDays), legalActs, parts: nestedOrder(parts, (entry) => entry.parent), commitments, milestones };
}

function partEntries(file: PlanFile): FileEntry<"part">[] {
  const byKey = new Map<string, FileEntry<"part">>();
  return file.parts.map(({ key, parent, ...own }, index) => {
    const entry: FileEntry<"part"> = { entity: "part", path: `parts[${index}]`, fields: fieldsSchemas.part.parse({ ...own, slug: key }), parent: (parent && byKey.get(parent)) || null, commitment: null };
    byKey.set(key, entry);
    return entry;
  });
}

interface Within {
  commitment: FileEntry<"commitment">;
  parent: FileEntry<"milestone"> | null;
  path: string;
  /** Leads what names no other. */
  leadOrganisationId: string;
}

function milestoneEntries(all: readonly FileMilestone[], { commitment, parent, path, leadOrganisationId: outer }: Within, ids: Ids): FileEntry<"milestone">[] {
  return all.flatMap(({ lead, milestones = [], ...own }, index) => {
    const leadOrganisationId = lead ? (ids.get(lead) ?? lead) : outer;
    const entry: FileEntry<"milestone"> = { entity: "milestone", path: `${path}.milestones[${index}]`, fields: fieldsSchemas.milestone.parse({ ...own, ...linesOf(own, ids), leadOrganisationId }), parent, commitment };
    return [entry, ...milestoneEntries(milestones, { commitment, parent: entry, path: entry.path, leadOrganisationId }, ids)];
  });
}

/** Each right behind what holds it, otherwise in their order. */
export function nestedOrder<T>(entries: readonly T[], parentOf: (entry: T) => unknown): T[] {
  const children = new Map<unknown, T[]>();
  for (const entry of entries) {
    const siblings = children.get(parentOf(entry));
    if (siblings) siblings.push(entry);
    else children.set(parentOf(entry), [entry]);
  }
  const under = (parent: unknown): T[] => (children.get(parent) ?? []).flatMap((entry) => [entry, ...under(entry)]);
  return under(null);
}

/** True when a language in which both have a name has another one. */
export function namesDiffer(one: Localized, other: Localized): boolean {
  return locales.some((locale) => one[locale] && other[locale] && folded(one[locale]) !== folded(other[locale]));
}
