import { useLocale, useTranslations } from "next-intl";
import { FilterChoice, FilterSentence } from "#components/forms/filter-sentence.tsx";
import { eventKinds, type EventKind } from "#lib/process/schema.ts";
import styles from "./process.module.css";

/** Narrows the list to one kind of event. */
export function ProcessFilterForm({ kind }: { kind: EventKind | undefined }) {
  const [t, kinds, locale] = [useTranslations("process.filter"), useTranslations("status.eventKind"), useLocale()];
  return (
    <div className={styles.apart}>
      <FilterSentence action={`/${locale}/workspace/process`} label={t("legend")} submit={t("submit")} choice={kind ?? ""}>
        <FilterChoice name="kind" label={t("kind")} value={kind ?? null} options={eventKinds.map((value) => ({ value, label: kinds(value) }))} />
      </FilterSentence>
    </div>
  );
}
