import { useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { RecommendationView } from "#lib/process/recommendations/queries.ts";
import { FulfilForm } from "./fulfil-form.tsx";
import styles from "./process.module.css";
import { RespondForm } from "./respond-form.tsx";

/** The next step of a recommendation, for who may take it: the response, then the fulfilment. */
export function RecommendationSteps({ recommendation: { id, version, addresseeId, state, mayAnswer, event } }: { recommendation: RecommendationView }) {
  const t = useTranslations("process");
  if (!mayAnswer || state === "fulfilled" || event.status !== "published") return null;
  const step = state === "waiting" ? "respond" : "fulfil";
  return (
    <section aria-labelledby={step}>
      <SectionHeading id={step}>{t(`${step}.title`)}</SectionHeading>
      <p className={styles.apart}>{t(`${step}.lead`)}</p>
      {step === "respond" ? <RespondForm recommendationId={id} version={version} /> : <FulfilForm recommendationId={id} version={version} addresseeId={addresseeId} />}
    </section>
  );
}
