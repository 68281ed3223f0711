"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { Button } from "#components/ui/button.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { choicesFor, statedNames } from "#lib/imports/loose-plans/organisations/rules.ts";
import { draftsOf } from "#lib/imports/loose-plans/points/rules.ts";
import { planFileFrom } from "#lib/imports/loose-plans/rules.ts";
import { mappingSchema, type LooseContext, type LooseTable, type Mapping } from "#lib/imports/loose-plans/schema.ts";
import { AsideTables } from "./aside-tables.tsx";
import { ColumnList } from "./column-list.tsx";
import { factLabels } from "./fact-labels.ts";
import { MappedPreview } from "./mapped-preview.tsx";
import type { ListedCode } from "./mapping-part.ts";
import styles from "./mapping-screen.module.css";
import { NameMatching } from "./name-matching.tsx";
import { PlanFacts } from "./plan-facts.tsx";
import { ReadingFacts } from "./reading-facts.tsx";
import { RowsTable } from "./rows-table.tsx";
import { useMapping, type MappingDoors } from "./use-mapping.ts";

interface Props {
  importId: string;
  version: number;
  table: LooseTable;
  mapping: Mapping;
  context: LooseContext;
  /** Lists of the record. */
  kinds: readonly ListedCode[];
  sources: readonly ListedCode[];
  doors: MappingDoors;
}

/** Field → key of errors.json, of what stands in the way of going on. */
function errorsOf({ facts }: Mapping): Record<string, string> {
  const issues = mappingSchema.shape.facts.safeParse(facts).error?.issues ?? [];
  const required = (["title", "startsOn", "endsOn"] as const).filter((field) => !facts[field].trim()).map((field) => [field, "required"]);
  return Object.fromEntries([...required, ...issues.map(({ path, message }) => [String(path[0]), message])]) as Record<string, string>;
}

/** The step between a document and its preview: what columns, rows and names are, and how the plan comes out of it. */
export function MappingScreen({ importId, version, table, mapping: first, context, kinds, sources, doors }: Props) {
  const t = useTranslations("loose-plans");
  const [locale, router] = [useLocale(), useRouter()];
  const { mapping, change, finish, saving, savedAt, code } = useMapping({ importId, version, first, doors });
  const [state, setState] = useState<"writing" | "checked" | "going">("writing");
  const shown = useDeferredValue(mapping);
  const plan = useMemo(() => planFileFrom(table, shown, context), [table, shown, context]);
  const names = useMemo(() => statedNames(draftsOf(table, shown, context), shown, context), [table, shown, context]);
  const choices = useMemo(() => choicesFor(names, shown, context), [names, shown, context]);
  const found = errorsOf(mapping);
  const errors = state === "checked" ? found : {};
  const goOn = async () => {
    if (Object.keys(found).length > 0) return setState("checked");
    setState("going");
    const id = await finish();
    if (id) router.push(`/${locale}/workspace/imports/${id}`);
    else setState("writing");
  };
  const parts = { table, mapping, change, context };
  return (
    <div className={styles.screen}>
      <ErrorSummary errors={errors} labels={factLabels(t)} />
      <AsideTables aside={table.aside} />
      <SectionHeading id="facts">{t("sections.facts")}</SectionHeading>
      <PlanFacts {...parts} errors={errors} />
      <SectionHeading id="columns">{t("sections.columns")}</SectionHeading>
      <p className={styles.note}>{t("sections.columnsNote")}</p>
      <ColumnList {...parts} sources={sources} />
      <ReadingFacts {...parts} errors={errors} />
      <SectionHeading id="rows">{t("sections.rows")}</SectionHeading>
      <p className={styles.note}>{t("sections.rowsNote")}</p>
      <RowsTable {...parts} />
      <SectionHeading id="names" note={names.length}>{t("sections.names")}</SectionHeading>
      <p className={styles.note}>{t("sections.namesNote")}</p>
      <NameMatching {...parts} names={names} choices={choices} kinds={kinds} />
      <SectionHeading id="result">{t("sections.preview")}</SectionHeading>
      <MappedPreview plan={plan} vocabulary={shown.facts.vocabulary} />
      <FormActions>
        <Button type="button" onClick={goOn} aria-disabled={state === "going"}>{state === "going" ? t("goingOn") : t("goOn")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} error={code} dirty={false} />
      </FormActions>
    </div>
  );
}
