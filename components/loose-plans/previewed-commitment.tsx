import { useLocale, useTranslations } from "next-intl";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { Hanging } from "#components/ui/hanging.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { NotStated } from "#components/ui/not-stated.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { Localized } from "#lib/record/localized/schema.ts";
import { formatMoney } from "#lib/platform/i18n/formats.ts";
import type { PreviewedFile, PreviewedLine } from "./previewed-file.ts";
import styles from "./mapping-screen.module.css";

interface Props {
  commitment: PreviewedFile["commitments"][number];
  file: PreviewedFile;
  vocabulary: string;
}

/** One commitment with every field that was read of it. What is missing is said to be. */
export function PreviewedCommitment({ commitment, file, vocabulary }: Props) {
  const t = useTranslations("loose-plans.preview");
  const locale = useLocale();
  const part = file.parts.find(({ key }) => key === commitment.part);
  const facts: Fact[] = [
    { label: t("part"), value: part?.title && <><span>{part.number}</span> <LocalizedText value={part.title} locale={locale} as="span" /></> },
    ...useFacts(commitment, file),
  ];
  return (
    <Hanging as="section" code={commitment.number ?? ""}>
      <h3 className={styles.previewed}>{commitment.title ? <LocalizedText value={commitment.title} locale={locale} as="span" /> : <NotStated />}</h3>
      <FactList facts={facts} />
      {commitment.milestones && (
        <>
          <h4>{t(vocabulary === "activity" ? "subActivities" : "milestones")}</h4>
          <Milestones all={commitment.milestones} file={file} />
        </>
      )}
    </Hanging>
  );
}

function Milestones({ all, file }: { all: readonly PreviewedLine[]; file: PreviewedFile }) {
  return <ul className={styles.milestones}>{all.map((milestone, index) => <Milestone key={index} milestone={milestone} file={file} />)}</ul>;
}

function Milestone({ milestone, file }: { milestone: PreviewedLine; file: PreviewedFile }) {
  const locale = useLocale();
  const facts = useFacts(milestone, file).filter(({ value }) => value);
  return (
    <li>
      <span className={styles.number}>{milestone.number}</span> {milestone.title ? <LocalizedText value={milestone.title} locale={locale} as="span" /> : <NotStated />}
      {facts.length > 0 && <FactList facts={facts} />}
      {milestone.milestones && <Milestones all={milestone.milestones} file={file} />}
    </li>
  );
}

/** What commitments and milestones alike may state. */
function useFacts(line: PreviewedLine, { organisations }: PreviewedFile): Fact[] {
  const t = useTranslations("loose-plans.preview");
  const locale = useLocale();
  const texts = (all: readonly (Localized | undefined)[] | undefined) => all?.length ? <ul className={styles.lines}>{all.map((text, index) => <li key={index}><LocalizedText value={text ?? {}} locale={locale} as="span" /></li>)}</ul> : undefined;
  const names = (keys: readonly string[] | undefined) => texts(keys?.map((key) => organisations.find((organisation) => organisation.key === key)?.name));
  const money = line.budget?.map(({ amount, currency = "", programmeCode, noAdditionalCost, statedText }, index) => (
    <li key={index}>
      {[amount === undefined ? "" : formatMoney(amount, currency, locale), programmeCode && t("code", { code: programmeCode }), noAdditionalCost && t("noCost")].filter(Boolean).join(", ")}
      {statedText && (amount !== undefined || noAdditionalCost || programmeCode) ? ": " : ""}
      {statedText && <LocalizedText value={statedText} locale={locale} as="span" />}
    </li>
  ));
  const optional: Fact[] = [
    { label: t("outcome"), value: texts(line.expectedOutcome && [line.expectedOutcome]) },
    { label: t("description"), value: texts(line.description && [line.description]) },
    { label: t("coResponsible"), value: names(line.coResponsible) },
    { label: t("partners"), value: names(line.partners) },
  ].filter(({ value }) => value);
  return [
    { label: t("term"), value: (line.startsOn || line.endsOn) && <TermText term={{ startsOn: line.startsOn ?? null, endsOn: line.endsOn ?? null }} locale={locale} /> },
    { label: t("lead"), value: names(line.lead ? [line.lead] : undefined) },
    ...optional,
    { label: t("indicators"), value: texts(line.indicators?.map(({ code, text }) => (code ? Object.fromEntries(Object.entries(text).map(([language, words]) => [language, `${code} ${words}`])) : text))) },
    { label: t("sources"), value: texts(line.verificationSources?.map(({ text }) => text)) },
    { label: t("budget"), value: money?.length ? <ul className={styles.lines}>{money}</ul> : undefined },
  ];
}
