import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { PlainWords } from "#components/commitments/plain-words.tsx";
import { OverdueShort } from "#components/milestones/standing-text.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { FoundCommitment } from "#lib/search/found/queries.ts";
import { foundTitle } from "#lib/search/found/rules.ts";
import { Runs } from "./runs.tsx";
import styles from "./search.module.css";

interface Props {
  found: readonly FoundCommitment[];
  keys: readonly string[];
  label: string;
  locale: Locale;
}

/** Commitments that were found: where each stands, and where in it the words are, with links to its milestones. */
export function CommitmentResults({ found, keys, label, locale }: Props) {
  const t = useTranslations();
  return (
    <LedgerList label={label}>
      {found.map(({ id, line, plan, places }) => {
        const path = `/plans/${plan.slug}/commitments/${line.slug}`;
        const title = foundTitle(line.title, keys, locale);
        return (
          <LedgerLine
            key={id} code={line.number} href={path} title={title ? <span lang={title.lang}><Runs runs={title.runs} /></span> : t("commitments.untitledShort")}
            aside={<><ProgressMark progress={line.standing.progress} />{line.judgement && <FulfilmentBar grade={line.judgement.grade} of={line.judgement.grade.of} locale={locale} />}</>}
          >
            {places.every(({ milestone }) => milestone) && <PlainWords value={line.plain} locale={locale} />}
            <ul role="list" className={styles.facts}>
              <li><LocalizedText value={plan.title} locale={locale} /></li>
              <li><LocalizedText value={line.lead.name} locale={locale} /></li>
              {line.standing.overdueMonths !== null && <li><OverdueShort standing={line.standing} plan={plan} locale={locale} /></li>}
            </ul>
            {places.map(({ milestone, runs, lang }) => (
              <span key={milestone ?? "own"} className={styles.place}>
                {milestone && <Link href={`${path}#${milestone}`}>{t("search.milestone", { number: milestone, kind: plan.vocabulary })}</Link>}{milestone && ": "}
                <span lang={lang}><Runs runs={runs} /></span>
              </span>
            ))}
          </LedgerLine>
        );
      })}
    </LedgerList>
  );
}
