import { useTranslations, type Locale } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { offersSms } from "#lib/platform/sms.ts";
import styles from "./followers.module.css";
import { SmsFollowForm } from "./sms-follow-form.tsx";

const problems = ["TOO_MANY_ATTEMPTS", "SMS_CAP_REACHED", "UNAVAILABLE"] as const;
const mistakes = ["phone", "phoneNotServed"] as const;

interface Props {
  kind: string;
  target: string;
  locale: Locale;
  /** Where it stands beside the form for mail instead of below its heading: 2. */
  level?: 2 | 3;
  /** Why the form was refused, as it stands in the page's address. */
  refusal?: unknown;
}

/** The way to be told by text message; nothing where none are sent. */
export function SmsSection({ kind, target, locale, level = 3, refusal }: Props) {
  const t = useTranslations("followers.sms");
  if (!offersSms()) return null;
  const problem = problems.find((known) => known === refusal);
  const mistake = mistakes.find((known) => known === refusal);
  return (
    <div className={styles.sms}>
      <SectionHeading id="follow-by-sms" level={level}>{t("heading")}</SectionHeading>
      <p>{t("lead")}</p>
      {problem && <Notice tone="error" title={t(`problem.${problem}.title`)}><p>{t(`problem.${problem}.text`)}</p></Notice>}
      <SmsFollowForm kind={kind} target={target} locale={locale} {...(mistake ? { error: mistake } : {})} />
    </div>
  );
}
