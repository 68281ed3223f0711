import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { Followed } from "#lib/followers/followed/schema.ts";
import type { Frequency } from "#lib/followers/schema.ts";

interface Props {
  followed: Followed | null;
  frequency?: Frequency;
  locale: Locale;
}

/** What it is about, with the way there, and how often it is told. */
export function FollowedLine({ followed, frequency, locale }: Props) {
  const t = useTranslations("followers");
  if (!followed) return null;
  return (
    <>
      <p><FollowedName followed={followed} locale={locale} /></p>
      {frequency && <p>{t("oftenLabel")} {t(`often.${frequency}`)}</p>}
    </>
  );
}

/** "Plan: Open Government Action Plan", with the way there. */
export function FollowedName({ followed: { kind, name, path }, locale }: { followed: Followed; locale: Locale }) {
  const t = useTranslations("followers");
  if (!name) return <Link href={path || "/"}>{t("line.everything")}</Link>;
  return <>{t(`kind.${kind}`)}: <Link href={path}><LocalizedText value={name} locale={locale} as="span" /></Link></>;
}
