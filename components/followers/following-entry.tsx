import { useTranslations, type Locale } from "next-intl";
import { Select } from "#components/forms/select.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { frequencies } from "#lib/followers/schema.ts";
import type { Following } from "#lib/followers/followings/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { FollowedName } from "./followed-line.tsx";
import styles from "./followers.module.css";
import { TokenForm } from "./token-form.tsx";

/** One thing that is followed: how often, to be changed, and its end. */
export function FollowingEntry({ following, token, locale }: { following: Following; token: string; locale: Locale }) {
  const t = useTranslations("followers");
  const { id, followed, frequency, confirmedAt } = following;
  const name = followed ? (pickText(followed.name, locale)?.text ?? t("line.everything")) : t("all.gone");
  const options = frequencies.map((value) => ({ value, label: t(`form.frequencies.${value}.label`) }));
  const hidden = { follow: id };
  return (
    <li className={styles.following}>
      <p className={styles.name}>{followed ? <FollowedName followed={followed} locale={locale} /> : t("all.gone")}</p>
      <p className={styles.since}>{t("all.since", { date: formatDate(confirmedAt, locale) })}</p>
      <div className={styles.choices}>
        {followed && (
          <TokenForm action="/api/followers/change" token={token} locale={locale} hidden={hidden} tone="plain" button={t("all.save")} buttonLabel={`${t("all.save")}: ${name}`}>
            <Select id={`frequency-${id}`} name="frequency" label={t("all.frequency")} options={options} placeholder={null} defaultValue={frequency} />
          </TokenForm>
        )}
        <TokenForm action="/api/followers/end" token={token} locale={locale} hidden={hidden} tone="danger" button={t("all.end")} buttonLabel={`${t("all.end")}: ${name}`} />
      </div>
    </li>
  );
}
