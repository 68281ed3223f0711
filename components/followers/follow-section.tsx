import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { FollowKind } from "#lib/followers/followed/schema.ts";
import { FollowForm } from "./follow-form.tsx";
import { SmsSection } from "./sms-section.tsx";

/** The ways to be told, by mail and by text message, of what a page is about; `target` as the page's address names it (see `wantedSchema`). */
export function FollowSection({ kind, target, locale }: { kind: FollowKind; target: string; locale: Locale }) {
  const t = useTranslations("followers");
  return (
    <section aria-labelledby="follow" data-screen-only>
      <SectionHeading id="follow">{t("heading", { kind })}</SectionHeading>
      <p>{t("lead", { kind })}</p>
      <FollowForm kind={kind} target={target} frequency="at_once" locale={locale} />
      <SmsSection kind={kind} target={target} locale={locale} />
    </section>
  );
}
