"use client";

import { useLocale, useTranslations } from "next-intl";
import { TakeFocus } from "#components/forms/take-focus.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDateTime, formatList } from "#lib/platform/i18n/formats.ts";
import styles from "./editing.module.css";
import type { FormChoices } from "./form-choices.ts";
import { SaidValue } from "./said-value.tsx";
import type { Meeting } from "./use-entity-form.ts";

interface Props {
  meeting: Meeting;
  choices: FormChoices;
  label: (name: string) => string;
  onChoose: (name: string, whose: "mine" | "theirs") => void;
}

/** A colleague was faster: what of theirs was taken over, and where both changed the same, both versions beside each other with the choice. */
export function MeetingNotice({ meeting, choices, label, onChoose }: Props) {
  const t = useTranslations("editing.meeting");
  const locale = useLocale();
  const { by, at, taken, disputed } = meeting;
  const who = { name: by ?? t("colleague"), at: at ? formatDateTime(at, locale) : "" };
  return (
    <TakeFocus when={`${by} ${at?.getTime()} ${disputed.join()}`}>
      <Notice tone="warning" title={t("title", who)}>
        <p>{at ? t("when", who) : t("meanwhile")} {t("kept")}</p>
        {taken.length > 0 && <p>{t("taken", { fields: formatList(taken.map(label), locale) })}</p>}
        {disputed.length > 0 && <p>{t("disputed")}</p>}
        {disputed.map((name) => (
          <fieldset key={name} className={styles.versions}>
            <legend className={styles.label}>{label(name)}</legend>
            {(["mine", "theirs"] as const).map((whose) => (
              <div key={whose} className={styles.version}>
                <label className={styles.choice}>
                  <input type="radio" name={`meeting.${name}`} defaultChecked={whose === "mine"} onChange={() => onChoose(name, whose)} />
                  <span>{t(whose, who)}</span>
                </label>
                <SaidValue name={name} value={meeting[whose][name]} choices={choices} />
              </div>
            ))}
          </fieldset>
        ))}
        <p>{t("next")}</p>
      </Notice>
    </TakeFocus>
  );
}
