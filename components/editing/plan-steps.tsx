"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { planTransitions, type PlanStatus, type PlanStep } from "#lib/record/drafting/rules.ts";
import { deleteDraftPlanAction, movePlanAction, type MovePlanInput } from "#lib/plans/actions.ts";
import styles from "./editing.module.css";

interface Props {
  plan: { id: string; version: number; status: PlanStatus };
  /** By how many legal acts it is adopted, as far as is stated. */
  acts: number;
  commitments: number;
  /** The last day of a consultation that opens today for as long as is usual. */
  endsOn: string;
  /** Nobody outside has seen it. */
  deletable: boolean;
}

/** Where the plan can go from here, what that does, and the plain question before it. */
export function PlanSteps({ plan, acts, commitments, endsOn, deletable }: Props) {
  const t = useTranslations("editing.steps");
  const [closing, setClosing] = useState(endsOn);
  const { run, running, code } = useCommand((input: MovePlanInput) => movePlanAction(input));
  const steps = (Object.keys(planTransitions) as PlanStep[]).filter((step) => (planTransitions[step].from as readonly string[]).includes(plan.status));
  const { id: planId, version } = plan;
  const go = (step: PlanStep) => run(step === "consult" ? { step, planId, version, endsOn: closing } : { step, planId, version });
  return (
    <section aria-labelledby="steps" className={styles.stack}>
      <SectionHeading id="steps">{t("heading")}</SectionHeading>
      {steps.map((step) => (
        <div key={step} className={styles.step}>
          <p>{t(`${step}Text`)} {step === "adopt" && (acts === 0 ? <strong>{t("noAct")}</strong> : t("acts", { count: acts }))} {(step === "consult" || step === "adopt") && commitments === 0 && <strong>{t("empty")}</strong>}</p>
          {step === "consult" && <TextInput name="consultation-ends" label={t("endsOn")} hint={t("endsOnHint")} value={closing} onChange={(event) => setClosing(event.target.value)} inputMode="numeric" autoComplete="off" />}
          <AskedButton
            label={t(step)} question={t(`${step}Question`, { date: closing })} yes={t(`${step}Yes`)} no={t("no")} running={running}
            tone={step === "withdraw" ? "danger" : "plain"} onYes={() => go(step)}
          />
        </div>
      ))}
      <FormActions><FormStatus error={code} /></FormActions>
      {deletable && <DeletePlan planId={planId} version={version} />}
    </section>
  );
}

function DeletePlan({ planId, version }: { planId: string; version: number }) {
  const t = useTranslations("editing.steps");
  const [locale, router] = [useLocale(), useRouter()];
  const { run, running, code } = useCommand(async (input: { planId: string; version: number }) => {
    const answer = await deleteDraftPlanAction(input);
    if (answer.ok) router.push(`/${locale}/workspace/plans`);
    return answer;
  });
  return (
    <div className={styles.step}>
      <p>{t("deleteText")}</p>
      <AskedButton label={t("delete")} question={t("deleteQuestion")} yes={t("deleteYes")} no={t("no")} running={running} onYes={() => run({ planId, version })} />
      <FormStatus error={code} />
    </div>
  );
}
