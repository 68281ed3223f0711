import { useTranslations, type Locale } from "next-intl";
import { CommitmentLine } from "#components/commitments/commitment-line.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import type { CommitmentLine as Line } from "#lib/plans/lines/queries.ts";
import { isBlank } from "#lib/record/localized/schema.ts";
import type { Nested } from "#lib/plans/milestones/rules.ts";
import { formatList } from "#lib/platform/i18n/formats.ts";
import type { PartView, PlanView } from "#lib/plans/queries.ts";
import { isFiltered, matchesLine } from "#lib/plans/rules.ts";
import styles from "./part-section.module.css";

interface Props {
  plan: PlanView;
  locale: Locale;
}

/** A part of the plan with what it holds: its commitments, then its own parts. */
export function PartSection({ part, anchor, plan, locale, level = 3 }: Props & { part: Nested<PartView>; anchor: string; level?: 3 | 4 }) {
  const t = useTranslations();
  const Tag = `h${level}` as const;
  const kind = plan.vocabulary;
  const empty = part.commitments.length === 0 && part.children.length === 0;
  return (
    <section id={anchor} className={styles.part}>
      <p className={styles.kind}>{part.number ? t("plans.part", { kind: t(`status.partKind.${part.kind}`), number: part.number }) : t(`status.partKind.${part.kind}`)}</p>
      <Tag><LocalizedText value={part.title} locale={locale} /></Tag>
      {!isBlank(part.description) && <div className={styles.description}><LocalizedParagraphs value={part.description} locale={locale} /></div>}
      {!isBlank(part.note) && <div className={styles.note}><LocalizedParagraphs value={part.note} locale={locale} /></div>}
      {empty && <p className={styles.note}>{t(isFiltered(plan.filters) ? "plans.partHidden" : "plans.partEmpty", { kind })}</p>}
      <CommitmentList lines={part.commitments} plan={plan} locale={locale} />
      {part.children.map((child, index) => <PartSection key={child.id} part={child} anchor={`${anchor}-${anchorOf(child, index)}`} plan={plan} locale={locale} level={4} />)}
    </section>
  );
}

/** Commitments as a table of contents. */
export function CommitmentList({ lines, plan, locale }: Props & { lines: readonly Line[] }) {
  const t = useTranslations("plans.filters");
  if (lines.length === 0) return null;
  const { status, agency, overdue } = plan.filters;
  const byLine = status !== null || agency !== null || overdue;
  return (
    <LedgerList>
      {lines.map((line) => {
        const matching = byLine ? line.milestones.filter((milestone) => matchesLine(milestone, plan.filters)).map(({ number }) => number) : [];
        return (
          <CommitmentLine key={line.slug} line={line} plan={plan} locale={locale}>
            {matching.length > 0 && matching.length < line.milestones.length && <p>{t("matching", { kind: plan.vocabulary, list: formatList(matching, locale) })}</p>}
          </CommitmentLine>
        );
      })}
    </LedgerList>
  );
}

/** Where a part stands on the page: "objective-2"; by its place where it has no number. */
export function anchorOf(part: { kind: string; number: string | null }, index: number): string {
  return `${part.kind}-${part.number ?? index + 1}`;
}
