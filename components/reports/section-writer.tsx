"use client";

import { useLocale, useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { useErrorWords } from "#components/forms/error-words.ts";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { locales } from "#lib/record/localized/schema.ts";
import { formatDateTime, formatTime } from "#lib/platform/i18n/formats.ts";
import { SectionConflict } from "./section-conflict.tsx";
import type { KeeperView, SectionKeeper } from "./section-keeper.ts";
import styles from "./composer.module.css";

/** The editor is fetched when the first section is opened. */
const RichTextEditor = dynamic(() => import("#components/rich-text/rich-text-editor.tsx").then((file) => file.RichTextEditor), { ssr: false });

interface Props {
  id: string;
  keeper: SectionKeeper;
  /** A section of the Secretariat's own has a heading that can be changed. */
  own: boolean;
  hint?: string | undefined;
  /** Stands at the end: how the section is removed. */
  children?: ReactNode;
}

/** One section in every language, beside each other where there is room; it saves by itself. */
export function SectionWriter({ id, keeper, own, hint, children }: Props) {
  const t = useTranslations("report-sections");
  const [say, locale] = [useErrorWords(), useLocale()];
  const view = useSyncExternalStore(keeper.subscribe, keeper.view, keeper.view);
  useEffect(() => {
    void keeper.open();
    const again = () => void keeper.flush();
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      void keeper.flush();
    };
  }, [keeper]);
  if (!view.ready) return <p role="status" className={view.code ? styles.wrong : styles.soft}>{view.code ? say(view.code) : t("loading")}</p>;
  const { theirs } = view;
  return (
    <div className={styles.writer}>
      {hint && <p className={styles.soft}>{hint}</p>}
      {theirs !== undefined && <SectionConflict theirs={theirs} locale={locale} onKeep={() => keeper.keepMine(theirs)} onTake={() => keeper.takeTheirs(theirs)} />}
      <Texts key={view.generation} id={id} keeper={keeper} own={own} errors={view.errors} />
      <KeepingWords view={view} />
      {view.saved && !view.saved.here && <p className={styles.soft}>{t("lastSaved", { by: view.saved.by, at: formatDateTime(view.saved.at, locale) })}</p>}
      {children}
    </div>
  );
}

function Texts({ id, keeper, own, errors }: Pick<Props, "id" | "keeper" | "own"> & { errors: KeeperView["errors"] }) {
  const [t, languages] = [useTranslations("report-sections"), useTranslations("forms.inLanguage")];
  const [begun] = useState(() => keeper.view().values);
  return (
    <>
      {own && (
        <LocalizedField
          name="heading" id={`${id}-heading`} label={t("ownHeading")} error={errors.heading} defaultValue={begun.heading} errors={{ ka: errors["heading.ka"], en: errors["heading.en"] }}
          register={(language) => ({ onChange: (event: { target: { value: string } }) => keeper.type({ heading: { ...keeper.view().values.heading, [language]: event.target.value } }) })}
        />
      )}
      <div className={styles.languages}>
        {locales.map((lang) => (
          <RichTextEditor
            key={lang} id={`${id}-${lang}`} label={languages(lang)} lang={lang} initial={begun.body[lang]} error={Object.entries(errors).find(([path]) => path.startsWith(`body.${lang}`))?.[1]}
            onChange={(text) => keeper.type({ body: { ...keeper.view().values.body, [lang]: text } })}
          />
        ))}
      </div>
    </>
  );
}

/** Says in words where what is typed is kept, to eyes and ears. */
function KeepingWords({ view: { keeping, saved, code, theirs } }: { view: KeeperView }) {
  const [t, forms, say, locale] = [useTranslations("report-sections"), useTranslations("forms"), useErrorWords(), useLocale()];
  const words = {
    kept: saved?.here ? forms("savedAt", { time: formatTime(saved.at, locale) }) : "",
    typing: forms("unsaved"), saving: forms("saving"), offline: t("offline"),
    refused: theirs !== undefined ? "" : say(code ?? "unknown"),
  }[keeping];
  return <p role="status" className={keeping === "offline" || keeping === "refused" ? styles.wrong : styles.soft}>{words}</p>;
}
