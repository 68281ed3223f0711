import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { Change } from "#lib/plans/history/queries.ts";
import { formatList } from "#lib/platform/i18n/formats.ts";
import styles from "./changes.module.css";

interface Props {
  change: Change;
  locale: Locale;
  /** On the page of the commitment itself its name is left out. */
  own?: boolean;
}

/** Something that happened in public, told in a sentence. */
export function ChangeSentence({ change, locale, own }: Props) {
  const t = useTranslations("history");
  const say = useTranslations("status");
  const { what } = change;
  const tags = {
    by: () => ("by" in what ? <LocalizedText value={what.by.name} locale={locale} /> : null),
    subject: (chunks: ReactNode) => <Subject change={change} locale={locale} words={what.kind === "revised" || (own && what.kind === "answered") ? chunks : null} />,
    state: () => <State change={change} locale={locale} />,
    plan: () => <LocalizedText value={change.plan.title} locale={locale} />,
  };
  return <>{t.rich(own ? `own.${what.kind}` : what.kind, { ...valuesOf(change, locale, say), ...tags })}</>;
}

function valuesOf({ numbers, what }: Change, locale: Locale, say: (key: string) => string): Record<string, string | number> {
  const period = "period" in what ? (pickText(what.period, locale)?.text ?? "") : "";
  const stage = what.kind === "published" ? say(`reportStage.${what.stage}`) : "";
  const step = what.kind === "moved" ? what.step : "";
  const revision = what.kind === "revised" ? what.revision : null;
  return {
    numbers: numbers.length ? formatList(numbers, locale) : "none", period, stage, step, version: what.kind === "published" ? what.version : 0,
    amendment: revision?.number ?? 0, revision: revision?.kind ?? "",
  };
}

function Subject({ change, locale, words }: { change: Change; locale: Locale; words: ReactNode }) {
  const t = useTranslations("commitments");
  const [number = ""] = change.numbers;
  const name = <LocalizedText value={change.title} locale={locale} empty={t("untitled", { number, kind: change.plan.vocabulary })} />;
  return <Link href={change.path}>{words || name}</Link>;
}

function State({ change: { what }, locale }: { change: Change; locale: Locale }) {
  const t = useTranslations("history");
  if (what.kind !== "reported" && what.kind !== "assessed") return null;
  return (
    <>
      {what.kind === "reported" && <ProgressMark progress={what.progress} />}
      {what.kind === "assessed" && what.grade && <FulfilmentBar grade={what.grade} of={what.grade.of} locale={locale} />}
      {what.kind === "assessed" && what.completion && t.rich(what.grade ? "andCompletion" : "completion", { word: () => <LocalizedText value={what.completion} locale={locale} /> })}
      {what.superseded && <span className={styles.soft}> ({t("superseded")})</span>}
    </>
  );
}
