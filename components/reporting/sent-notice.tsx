import { useTranslations, type Locale } from "next-intl";
import type { WorkLine } from "#lib/worklists/queries.ts";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";

interface Props {
  /** What is to be reported next; null when everything is in, or the period takes no more. */
  next: WorkLine | null;
  periodId: string;
  /** What the commitment as a whole is called in this plan. */
  whole: string;
  locale: Locale;
}

/** An update went off; the next one is a press away. */
export function SentNotice({ next, periodId, whole, locale }: Props) {
  const t = useTranslations("reporting.work");
  return (
    <Notice tone="success" live>
      <p>{t("sent")}</p>
      {next && (
        <p>
          {t("next")}: <Link href={`/workspace/periods/${periodId}/${next.subjectId}`}>{next.number} {next.whole ? whole : <LocalizedText value={next.title} locale={locale} />}</Link>
        </p>
      )}
    </Notice>
  );
}
