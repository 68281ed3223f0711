import { localize, type Locale, type Localized } from "#lib/localized/schema.ts";
import { commitments, plans } from "#lib/open-plans/queries.ts";
import type { OpenRecord, Resource } from "#lib/open-data/schema.ts";
import { reports } from "#lib/open-voices/queries.ts";
import { translatorFor, type Say } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { cardSubjectOf, type Card, type CardSubject } from "./rules.ts";

async function first(resource: Resource, where: object, now: Date): Promise<OpenRecord | null> {
  const [record] = await resource.read({ where, orderBy: [{ id: "asc" }], take: 1 }, now);
  return record ?? null;
}

function load(subject: CardSubject, now: Date): Promise<OpenRecord | null> {
  if (subject.kind === "plan") return first(plans, { slug: subject.plan }, now);
  if (subject.kind === "report") return first(reports, { slug: subject.report }, now);
  return first(commitments, { slug: subject.commitment, plan: { slug: subject.plan } }, now);
}

const said = (text: unknown, locale: Locale): string => localize(text as Localized | null, locale)?.text ?? "";
const nameOf = (organisation: unknown, locale: Locale): string => said((organisation as { name: Localized }).name, locale);

function factsOf(kind: CardSubject["kind"], record: OpenRecord, locale: Locale, say: Say): Card["facts"] {
  const fact = (name: string, value: string) => (value ? [{ name: say(`open-data.embed.${name}`), value }] : []);
  if (kind === "plan") return [...fact("status", say(`status.plan.${String(record.status)}`)), ...fact("term", `${String(record.startsOn)} – ${String(record.endsOn)}`), ...fact("secretariat", nameOf(record.secretariat, locale))];
  if (kind === "report") {
    const { publishedAt, stage } = (record.versions as { publishedAt: string; stage: string }[])[0] ?? { publishedAt: "", stage: "final" };
    return [...fact("stage", say(`status.reportStage.${stage}`)), ...fact("published", publishedAt.slice(0, 10))];
  }
  const late = record.overdueMonths === null ? [] : fact("overdue", say("open-data.embed.months", { count: Number(record.overdueMonths) }));
  return [...fact("lead", nameOf(record.lead, locale)), ...fact("progress", say(`status.progress.${String(record.progress ?? "not_reported")}`)), ...fact("deadline", String(record.deadline ?? "")), ...late];
}

/** The card of a public page by its path without language; null when it has none. */
export async function findCard(path: string, locale: Locale, now: Date): Promise<Card | null> {
  const subject = cardSubjectOf(path);
  const record = subject && (await load(subject, now));
  if (!subject || !record) return null;
  const say = await translatorFor(locale);
  const title = localize(record.title as Localized | null, locale) ?? { text: say("open-data.embed.untitled", { number: String(record.number ?? "") }), lang: locale };
  const of = record.plan && subject.kind !== "plan" ? said((record.plan as { title: Localized }).title, locale) : "";
  return {
    title, eyebrow: [say(`open-data.embed.kinds.${subject.kind}`), of].filter(Boolean).join(" · "), facts: factsOf(subject.kind, record, locale, say),
    url: publicUrl(`/${locale}${path}`), link: say("open-data.embed.link"), site: say("layout.name"),
  };
}
