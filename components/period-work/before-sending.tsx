import { useTranslations, type Locale } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { formatList } from "#lib/platform/i18n/formats.ts";
import styles from "./period-work.module.css";
import type { Line } from "./use-lines.ts";

interface Props {
  lines: readonly Line[];
  /** Lines of several organisations. */
  named: boolean;
  running: boolean;
  onSend: () => void;
  onGo: (id: string) => void;
  locale: Locale;
}

/** Everything that is still missing, line by line, and the one button: what is ready goes, the rest stays a draft. */
export function BeforeSending({ lines, named, running, onSend, onGo, locale }: Props) {
  const t = useTranslations("reporting.screen");
  const asked = lines.filter(({ editable }) => editable);
  const of = (...states: string[]) => asked.filter(({ standing }) => states.includes(standing.state));
  const [ready, missing, returned, none] = [of("ready"), of("missing"), of("returned"), of("none")];
  const bare = ready.filter(({ standing }) => standing.unmet.length > 0);
  const link = (line: Line) => (
    <>
      <Button type="button" tone="quiet" onClick={() => onGo(line.id)}>{nameOf(line, locale)}</Button>
      {named && <> (<LocalizedText value={line.organisation.name} locale={locale} />)</>}
    </>
  );
  return (
    <>
      <section aria-labelledby="before-sending" className={styles.before}>
        <h2 id="before-sending" tabIndex={-1}>{t("beforeSending")}</h2>
        {missing.length > 0 && (
          <>
            <p>{t("notReady")}</p>
            <ul>{missing.map((line) => <li key={line.id}>{link(line)}: {formatList(line.standing.missing.map((part) => (part === "reasons" && line.standing.why ? t(`reasonsBecause.${line.standing.why}`) : t(`missing.${part}`))), locale)}</li>)}</ul>
          </>
        )}
        {returned.length > 0 && <><p>{t("returnedYet")}</p><ul>{returned.map((line) => <li key={line.id}>{link(line)}</li>)}</ul></>}
        {none.length > 0 && <><p>{t("notStarted", { count: none.length })}</p><ul className={styles.short}>{none.map((line) => <li key={line.id}>{link(line)}</li>)}</ul></>}
        {bare.length > 0 && (
          <>
            <p>{t("readyWithout")}</p>
            <ul>{bare.map((line) => <li key={line.id}>{link(line)}: {line.item.subject.sources.filter(({ id }) => line.standing.unmet.includes(id)).map(({ text }) => pickText(text, locale)?.text).join("; ")}</li>)}</ul>
          </>
        )}
        {asked.length > 0 && missing.length + returned.length + none.length === 0 && <p>{t("nothingMissing")}</p>}
      </section>
      <div className={styles.bar}>
        <Button type="button" aria-disabled={running || ready.length === 0} onClick={() => !running && ready.length > 0 && onSend()}>{t("sendReady", { count: ready.length })}</Button>
        <p role="status" className={styles.soft}>{running ? t("sending") : ready.length === 0 ? t("noneReady") : t("restStays", { count: asked.length - ready.length })}</p>
      </div>
    </>
  );
}

function nameOf({ item: { subject } }: Line, locale: Locale): string {
  return `${subject.number} ${pickText(subject.title ?? subject.commitment.title, locale)?.text ?? ""}`.trim();
}
