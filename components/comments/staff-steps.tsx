import { useTranslations, type Locale } from "next-intl";
import { PublishButton } from "#components/comments/publish-button.tsx";
import { RefuseForm } from "#components/comments/refuse-form.tsx";
import { ResponseEntry } from "#components/comments/response-entry.tsx";
import { ResponseForm } from "#components/comments/response-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { StaffComment } from "#lib/comments/moderation/queries.ts";
import styles from "./staff-steps.module.css";

/** What can be done with a comment from where it is: publish or reject it, answer it, hide it. */
export function StaffSteps({ comment, locale }: { comment: StaffComment; locale: Locale }) {
  const t = useTranslations("comments.workspace");
  const { id, version, status } = comment;
  if (status === "pending") {
    return (
      <>
        <SectionHeading id="decision">{t("decision")}</SectionHeading>
        <p>{t("decisionHint")}</p>
        <PublishButton commentId={id} version={version} />
        <Disclosure summary={t("rejectTitle")}><RefuseForm commentId={id} version={version} step="reject" /></Disclosure>
        <SectionHeading id="response">{t("response")}</SectionHeading>
        <p>{t("responseLater")}</p>
      </>
    );
  }
  if (status !== "published") return null;
  return (
    <>
      <SectionHeading id="response">{t("response")}</SectionHeading>
      <div className={styles.response}><ResponseStep comment={comment} locale={locale} /></div>
      <Disclosure summary={t("hideTitle")}><RefuseForm commentId={id} version={version} step="hide" /></Disclosure>
    </>
  );
}

/** The published response, the form for it, or whose it is. */
function ResponseStep({ comment, locale }: { comment: StaffComment; locale: Locale }) {
  const t = useTranslations("comments");
  const { response } = comment;
  if (response?.publishedAt && response.disposition && response.text) {
    const { disposition, text, organisation, publishedAt } = response;
    return <ResponseEntry response={{ disposition, text, organisation, publishedAt }} days={comment.days} locale={locale} />;
  }
  if (!comment.mayRespond) return <p>{t("waiting", { days: comment.days })}. {t("workspace.responseOfSecretariat")}</p>;
  return (
    <>
      <p className={styles.waiting}>{t("waiting", { days: comment.days })}.</p>
      <ResponseForm commentId={comment.id} draft={response} />
    </>
  );
}
