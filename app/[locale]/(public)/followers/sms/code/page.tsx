import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowedLine } from "#components/followers/followed-line.tsx";
import styles from "#components/followers/followers.module.css";
import { SmsCodeForm } from "#components/followers/sms-code-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import { wantedSchema } from "#lib/followers/followed/schema.ts";
import { takesReplies } from "#lib/platform/sms.ts";

const problems = ["LINK_EXPIRED", "TOO_MANY_ATTEMPTS", "UNAVAILABLE"] as const;
const mistakes = { CODE_WRONG: "smsCodeWrong", codeDigits: "codeDigits" } as const;

/** The address names what was asked for, sealed: no other site is told of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.sms.code");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** After the number was taken: the code that was sent to it, and what is agreed to by it. The same for every number. */
export default async function CodePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("followers.sms")]);
  const wanted = wantedSchema.safeParse(query).data;
  const followed = wanted ? await findFollowable(wanted) : null;
  const asked = typeof query.asked === "string" ? query.asked : "";
  const problem = asked ? problems.find((known) => known === query.problem) : "LINK_EXPIRED";
  const mistake = Object.entries(mistakes).find(([code]) => code === query.problem)?.[1];
  return (
    <Page>
      <PageHeading title={t("code.title")} lead={t("code.lead")} />
      {problem && <Notice tone="error" title={t(`code.problem.${problem}.title`)}><p>{t(`code.problem.${problem}.text`)}</p></Notice>}
      <FollowedLine followed={followed} locale={locale} />
      {problem === "LINK_EXPIRED" || problem === "TOO_MANY_ATTEMPTS"
        ? followed && <p><Link href={`${followed.path || "/"}#follow`}>{t("code.again")}</Link></p>
        : <><p>{t("form.consent", { reply: takesReplies() ? "yes" : "no" })}</p><SmsCodeForm asked={asked} wanted={wanted} locale={locale} {...(mistake ? { error: mistake } : {})} /><p className={styles.after}>{t("code.missing")}</p></>}
    </Page>
  );
}
