"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore, type ReactNode } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { useErrorWords } from "#components/forms/error-words.ts";
import { Button } from "#components/ui/button.tsx";
import { languagesOf } from "#lib/record/rich-text/rules.ts";
import type { SectionLine } from "./section-lines.ts";
import { SectionShifts } from "./section-shifts.tsx";
import { SectionWriter } from "./section-writer.tsx";
import type { Composer } from "./use-composer.ts";
import styles from "./composer.module.css";

interface Props {
  line: SectionLine;
  composer: Composer;
  /** Where it stands among those that can be moved; none: it cannot. */
  place?: { at: number; of: number };
  /** What the record says of it, beside its name and beside its text. */
  marks?: ReactNode;
  figures?: ReactNode;
  /** The commitments, in their section. */
  children?: ReactNode;
}

/** One section: what it is called, in which languages it is written and how it begins; opened, its text to write. */
export function SectionItem({ line, composer, place, marks, figures, children }: Props) {
  const t = useTranslations("report-sections");
  const say = useErrorWords();
  const { key, kind, name, lead } = line;
  const { keepers, open, toggle, errors } = composer;
  const opened = open.has(key);
  const languages = useLanguages(line, composer);
  // What is written now is empty no more.
  const error = languages.length > 0 && errors[key] === "requiredInOneLanguage" ? undefined : errors[key];
  const Heading = kind === "commitment" ? "h4" : "h3";
  return (
    <li id={key} data-section tabIndex={-1} className={`${styles.item} ${kind === "commitment" ? styles.inner : ""} ${opened ? styles.opened : ""}`}>
      <div className={styles.row}>
        <div className={styles.main}>
          <Heading className={styles.name}>{name}</Heading>
          <p className={styles.soft}>{t(`languages.${languages.length > 1 ? "both" : (languages[0] ?? "none")}`)}</p>
          {marks}
          {error && <p className={styles.wrong} id={`${key}-wrong`}>{say(error)}</p>}
          {!opened && lead && <p className={styles.lead} lang={lead.lang}>{lead.text}</p>}
        </div>
        <div className={styles.steps}>
          {place && <SectionShifts line={line} composer={composer} place={place} />}
          <Button type="button" tone="plain" aria-expanded={opened} aria-controls={`${key}-text`} aria-label={t(opened ? "closeOf" : "openOf", { name })} onClick={() => toggle(key)}>{t(opened ? "close" : "open")}</Button>
        </div>
      </div>
      <div id={`${key}-text`} className={figures ? styles.beside : undefined} hidden={!opened}>
        {opened && (
          <SectionWriter id={`${key}-body`} keeper={keepers.of(key)} own={kind === "text"} hint={t(`hints.${kind}`)}>
            {kind === "text" && (
              <div>
                <AskedButton
                  label={t("remove.label")} question={t("remove.question", { name })} yes={t("remove.yes")} no={t("remove.no")} running={composer.running}
                  onYes={() => composer.remove(key)}
                />
              </div>
            )}
          </SectionWriter>
        )}
        {opened && figures}
      </div>
      {children}
    </li>
  );
}

/** In which languages it is written: as the page was made, or as it is now where it has been opened. */
function useLanguages(line: SectionLine, composer: Composer) {
  const keeper = composer.keepers.of(line.key);
  const { ready, values } = useSyncExternalStore(keeper.subscribe, keeper.view, keeper.view);
  return ready ? languagesOf(values.body) : line.languages;
}
