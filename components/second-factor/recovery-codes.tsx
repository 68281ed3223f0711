"use client";

import { useTranslations } from "next-intl";
import { TakeFocus } from "#components/forms/take-focus.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import styles from "./second-factor.module.css";

/** The recovery codes, this once. `onKept` when the person says that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations("second-factor.codes");
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join("\r\n")}\r\n`)}`;
  return (
    <FormColumn>
      <TakeFocus when="codes">
        <h3>{t("title")}</h3>
        <p>{t("lead")}</p>
      </TakeFocus>
      <ul role="list" className={styles.codes}>
        {codes.map((code) => <li key={code}><code>{code}</code></li>)}
      </ul>
      <FormActions>
        <Button type="button" onClick={onKept}>{t("done")}</Button>
        <a href={file} download={t("file")}>{t("save")}</a>
      </FormActions>
    </FormColumn>
  );
}
