import { getPublishedCommitment, type CommitmentView } from "#lib/plans/commitments/queries.ts";
import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { reports } from "#lib/record/voices-told/queries.ts";
import { formatDate, formatPartialDate, formatTerm } from "#lib/platform/i18n/formats.ts";
import { translatorFor, type Say } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { getPublishedPlan, type PlanView } from "#lib/plans/queries.ts";
import { parseFilters } from "#lib/plans/rules.ts";
import { cardSubjectOf, countedAxis, countsInWords, gradesInWords, progressSign, stepsOf } from "./rules.ts";
import type { Axis, Card, CardSubject, Said } from "./schema.ts";

/** In which language a card is written, and by whose words. */
interface Pen {
  locale: Locale;
  say: Say;
}

type Told = Pick<Card, "eyebrow" | "number" | "title" | "axes" | "facts">;

const textOf = (text: Localized | null | undefined, locale: Locale): string => localize(text, locale)?.text ?? "";
const saidOr = (text: Localized | null, otherwise: string, locale: Locale): Said => localize(text, locale) ?? { text: otherwise, lang: locale };

function fact({ say }: Pen, name: string, value: string | null | undefined): Card["facts"] {
  return value ? [{ name: say(`open-data.embed.${name}`), value }] : [];
}

function axesOf({ plan, updates: [update], assessments }: CommitmentView, pen: Pen): Axis[] {
  const { locale, say } = pen;
  const judged = assessments.find(({ voice }) => voice === "secretariat");
  const by = (voice: { organisation: { name: Localized }; period: { label: Localized } }, at: Date) => [textOf(voice.organisation.name, locale), textOf(voice.period.label, locale), formatDate(at, locale)].filter(Boolean).join(" · ");
  const word = say(`status.progress.${update?.progress ?? "not_reported"}`);
  const notAssessed = { text: say("commitments.axes.notAssessed", { kind: plan.vocabulary }), lang: locale };
  return [
    { name: say("commitments.axes.progress"), sign: progressSign(update?.progress ?? null), word: { text: word, lang: locale }, by: update ? by(update, update.acceptedAt) : "" },
    {
      name: say("commitments.axes.fulfilment"), sign: judged?.grade ? stepsOf(judged.grade) : null,
      word: judged?.grade ? saidOr(judged.grade.label, "", locale) : notAssessed, by: judged ? by(judged, judged.publishedAt) : "",
    },
  ];
}

function commitmentCard(commitment: CommitmentView, pen: Pen): Told {
  const { plan, number, standing, lead, removedAt } = commitment;
  const { locale, say } = pen;
  const months = standing.overdueMonths;
  return {
    eyebrow: [say(`commitments.kind.${plan.vocabulary}`), textOf(plan.title, locale)].join(" · "), number,
    title: saidOr(commitment.title, say("commitments.untitledShort"), locale), axes: removedAt ? [] : axesOf(commitment, pen),
    facts: [
      ...fact(pen, "lead", textOf(lead.name, locale)), ...fact(pen, "deadline", standing.deadline && formatPartialDate(standing.deadline.due, locale)),
      ...fact(pen, "removed", removedAt && formatDate(removedAt, locale)), ...fact(pen, "overdue", months === null ? null : say("milestones.ago", { years: Math.floor(months / 12), months: months % 12 })),
    ],
  };
}

function planCard(plan: PlanView, pen: Pen): Told {
  const { locale, say } = pen;
  const judged = plan.total > 0 ? gradesInWords(plan.grades, locale, say("commitments.axes.notAssessed", { kind: plan.vocabulary })) : "";
  return {
    eyebrow: say("open-data.embed.kinds.plan"), number: null, title: saidOr(plan.title, plan.slug, locale),
    axes: [
      ...countedAxis(say("commitments.axes.progress"), countsInWords(plan.commitments, (status) => say(`status.progress.${status}`)), locale),
      ...countedAxis(say("commitments.axes.fulfilment"), judged, locale),
    ],
    facts: [...fact(pen, "status", say(`status.plan.${plan.status}`)), ...fact(pen, "term", formatTerm(plan.term, locale)), ...fact(pen, "secretariat", textOf(plan.secretariat.name, locale))],
  };
}

async function reportCard(slug: string, pen: Pen, now: Date): Promise<Told | null> {
  const [report] = await reports.read({ where: { slug }, orderBy: [{ id: "asc" }], take: 1 }, now);
  const [newest] = (report?.versions ?? []) as { publishedAt: string; stage: string }[];
  if (!report || !newest) return null;
  const { locale, say } = pen;
  const [plan, period] = [report.plan as { title: Localized }, report.period as { label: Localized }];
  return {
    eyebrow: [say("open-data.embed.kinds.report"), textOf(plan.title, locale)].join(" · "), number: null, title: saidOr(report.title as Localized, slug, locale), axes: [],
    facts: [...fact(pen, "period", textOf(period.label, locale)), ...fact(pen, "stage", say(`status.reportStage.${newest.stage}`)), ...fact(pen, "published", formatDate(new Date(newest.publishedAt), locale))],
  };
}

async function tell(subject: CardSubject, pen: Pen, now: Date): Promise<Told | null> {
  if (subject.kind === "report") return reportCard(subject.report, pen, now);
  if (subject.kind === "plan") {
    const plan = await getPublishedPlan(subject.plan, parseFilters({}), now);
    return plan && planCard(plan, pen);
  }
  const commitment = await getPublishedCommitment(subject.plan, subject.commitment, now);
  return commitment && commitmentCard(commitment, pen);
}

/** The card of a public page by its path without language; null when it has none. */
export async function findCard(path: string, locale: Locale, now: Date): Promise<Card | null> {
  const subject = cardSubjectOf(path);
  if (!subject) return null;
  const say = await translatorFor(locale);
  const told = await tell(subject, { locale, say }, now);
  return told && { ...told, url: publicUrl(`/${locale}${path}`), site: say("layout.name") };
}
