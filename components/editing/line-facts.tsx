import { useLocale, useTranslations } from "next-intl";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import styles from "./outline.module.css";
import type { LineProps } from "./outline-plan.ts";

/** Kind, term, lead agency; what the amendment does to it; who is at work on it. */
export function LineFacts({ line: { id, entity, kind, number, term, leadOrganisationId, staged, removed }, plan: { organisations, others, unfinished } }: Pick<LineProps, "line" | "plan">) {
  const [t, kinds] = [useTranslations("editing.outline"), useTranslations("status.partKind")];
  const locale = useLocale();
  const lead = leadOrganisationId ? organisations[leadOrganisationId] : undefined;
  const colleagues = others.filter(({ entityId }) => entityId === id);
  return (
    <div className={styles.facts}>
      {kind && !number && <span>{kinds(kind)}</span>}
      {entity !== "part" && (term.startsOn || term.endsOn) && <span><TermText term={term} locale={locale} /></span>}
      {lead && <LocalizedText value={lead} locale={locale} />}
      {staged ? <strong>{t(`staged.${staged}`)}</strong> : removed && <strong>{t("gone")}</strong>}
      {unfinished.includes(id) && <strong>{t("unfinished")}</strong>}
      {colleagues.map(({ name, savedAt }) => <span key={name}>{t("atWork", { name, at: formatDateTime(savedAt, locale) })}</span>)}
    </div>
  );
}
