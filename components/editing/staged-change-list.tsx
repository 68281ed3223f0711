"use client";

import { useLocale, useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { Link } from "#components/ui/link.tsx";
import { unstageEditAction } from "#lib/editing/amendments/actions.ts";
import type { PlanEntity } from "#lib/editing/schema.ts";
import type { Named, StagedChange } from "#lib/editing/staged-changes/rules.ts";
import styles from "./editing.module.css";
import { wordOf } from "./fields.tsx";
import type { FormChoices } from "./form-choices.ts";
import { SaidValue } from "./said-value.tsx";

interface Props {
  planId: string;
  amendmentId: string;
  changes: readonly StagedChange[];
  /** Ids of what somebody changed on the record since it was staged. */
  stale: readonly string[];
  choices: FormChoices;
}

/** Each staged change, old beside new, with the button that takes it back. */
export function StagedChangeList({ planId, amendmentId, changes, stale, choices }: Props) {
  const t = useTranslations("editing.amendment");
  const locale = useLocale();
  const { run, running, code } = useCommand((input: { amendmentId: string; entity: PlanEntity; id: string }) => unstageEditAction(input));
  const called = ({ number, title }: Named) => [number, pickText(title, locale)?.text].filter(Boolean).join(" ");
  return (
    <>
      <FormStatus error={code} />
      <ol role="list">
        {changes.map((change) => {
          const { entity, id, op } = change;
          return (
            <li key={id} id={`change-${id}`} className={styles.change}>
              <h3>{t(`entity.${entity}`)} {change.number} <LocalizedText value={change.title} locale={locale} empty={null} /></h3>
              <p className={styles.soft}>{t(`op.${op}`)}</p>
              {stale.includes(id) && <p><strong>{t("stale")}</strong></p>}
              {change.moved && <p>{t("moved", { from: change.moved.from ? called(change.moved.from) : t("nowhere"), to: change.moved.to ? called(change.moved.to) : t("nowhere") })}</p>}
              {change.reordered && <p>{t("reordered")}</p>}
              {change.fields.map((field) => <FieldChange key={field.name} entity={entity} field={field} choices={choices} />)}
              <div className={styles.buttons}>
                {op !== "remove" && <Link href={`/workspace/plans/${planId}/edit/${entity}/${id}`}>{t("edit")}</Link>}
                <AskedButton
                  label={t("undo")} name={t("undoOf", { name: called(change) })} question={t("undoQuestion", { name: called(change) })} yes={t("undoYes")} no={t("undoNo")}
                  running={running} onYes={() => run({ amendmentId, entity, id })}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function FieldChange({ entity, field: { name, before, after }, choices }: { entity: PlanEntity; field: StagedChange["fields"][number]; choices: FormChoices }) {
  const t = useTranslations("editing");
  return (
    <div className={styles.fieldChange}>
      <p className={styles.label}>{t(entity === "legal_act" ? `act.${name}` : `fields.${wordOf(name)}`)}</p>
      {before !== null && <div className={styles.old}><p className={styles.side}>{t("amendment.before")}</p><SaidValue name={name} value={before} choices={choices} /></div>}
      <div><p className={styles.side}>{t("amendment.after")}</p><SaidValue name={name} value={after} choices={choices} /></div>
    </div>
  );
}
