import { useTranslations, type Locale } from "next-intl";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { seriousness } from "#lib/assessments/voice-comparisons/rules.ts";
import type { DifferencePage } from "#lib/assessments/differences/queries.ts";
import { differencesAddress, type DifferenceFilter } from "#lib/assessments/differences/schema.ts";
import { DifferenceLine } from "./difference-line.tsx";

interface Props {
  found: DifferencePage;
  filter: DifferenceFilter;
  locale: Locale;
}

/** The differences of one page under what kind they are, the most serious first. */
export function DifferenceList({ found, filter, locale }: Props) {
  const t = useTranslations("differences");
  const kinds = found.counts.map((kind) => ({ ...kind, lines: found.lines.filter(({ place }) => place === kind.place) })).filter(({ lines }) => lines.length > 0);
  if (found.total > 0 && kinds.length === 0) return <p>{t.rich("empty.beyond", { link: (words) => <Link href={differencesAddress({ ...filter, page: 1 })}>{words}</Link> })}</p>;
  if (found.total === 0) return <NoDifferences compared={found.compared} />;
  return (
    <>
      {kinds.map(({ place, count, lines }) => (
        <section key={place} aria-labelledby={`kind-${place + 1}`}>
          <SectionHeading id={`kind-${place + 1}`} note={t("count", { count })}>{t(`kinds.${seriousness[place]?.kind ?? "kinder"}`, { steps: seriousness[place]?.steps ?? 0 })}</SectionHeading>
          <LedgerList>
            {lines.map((line, index) => <DifferenceLine key={index} line={line} locale={locale} />)}
          </LedgerList>
        </section>
      ))}
      <Pagination page={filter.page} pages={found.pages} hrefFor={(page) => differencesAddress({ ...filter, page })} />
    </>
  );
}

function NoDifferences({ compared }: { compared: number }) {
  const t = useTranslations("differences.empty");
  return (
    <section aria-labelledby="none">
      <SectionHeading id="none">{t("title")}</SectionHeading>
      <p>{t(compared > 0 ? "alike" : "nothing")}</p>
    </section>
  );
}
