"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { confirmAssessmentAction } from "#lib/assessments/actions.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import styles from "./assessments.module.css";

interface Props {
  /** The version that is shown, which is the only one that this publishes. */
  draft: { id: string; version: number };
  organisation: string;
  /** When the one that it takes the place of was published, in words; null: there is none. */
  supersedes: string | null;
  /** Paths without their language. */
  done: string;
  back: string;
}

/** The monitor's own yes to what is shown above. */
export function ConfirmAssessment({ draft, organisation, supersedes, done, back }: Props) {
  const t = useTranslations("assessments.confirm");
  const router = useRouter();
  const [running, start] = useTransition();
  const [code, setCode] = useState<ErrorCode>();
  const publish = () =>
    start(async () => {
      const answer = await confirmAssessmentAction({ assessmentId: draft.id, version: draft.version }).catch(() => ({ ok: false, code: "UNAVAILABLE" }) as const);
      if (answer.ok) router.push(`/${document.documentElement.lang}${done}`);
      else setCode(answer.code);
    });
  const changed = code === "CONFLICT" || code === "TRANSITION_NOT_ALLOWED";
  return (
    <div className={styles.question}>
      {changed && <Notice tone="warning" live title={t("changedTitle")}><p>{t("changed")}</p></Notice>}
      {supersedes && <p>{t("supersedes", { date: supersedes })}</p>}
      <p>{t("question", { organisation })}</p>
      <FormActions>
        <Button type="button" aria-disabled={running} onClick={() => !running && publish()}>{t("publish", { organisation })}</Button>
        <Link href={back}>{t("back")}</Link>
        <FormStatus saving={running} error={changed ? undefined : code} />
      </FormActions>
    </div>
  );
}
