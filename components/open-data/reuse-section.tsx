import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { frameCode } from "#lib/open-data/embeds/rules.ts";
import { shortPath, typedAddress } from "#lib/record/permanent-addresses/rules.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import styles from "./reuse-section.module.css";

interface Props {
  /** Of the page that can be shown elsewhere, without its language. */
  path: string;
  title: Texts | null;
  /** Of a commitment's short address. */
  code?: string;
  locale: Locale;
}

/** How to show this page on another site, and where its poster is. The code can be copied without any program. */
export function ReuseSection({ path, title, code, locale }: Props) {
  const t = useTranslations("open-data.reuse");
  const name = pickText(title, locale)?.text ?? t("untitled");
  const [page, card] = [publicUrl(`/${locale}${path}`), publicUrl(`/${locale}/embed${path}`)];
  return (
    <section aria-labelledby="reuse" data-screen-only>
      <SectionHeading id="reuse">{t("heading")}</SectionHeading>
      {code && (
        <p>
          {t.rich("short", { address: () => <a className={styles.address} href={shortPath(code, locale)}>{typedAddress(publicUrl(shortPath(code)))}</a> })}{" "}
          <Link href={`${path}/poster`}>{t("poster")}</Link>
        </p>
      )}
      <Disclosure summary={t("embed")}>
        <Code id="embed-frame" label={t("frame")} hint={t("hint")} text={frameCode(card, name)} rows={5} />
        <Code id="embed-link" label={t("link")} text={page} rows={2} />
        <p><a href={`/${locale}/embed${path}`}>{t("preview")}</a></p>
      </Disclosure>
    </section>
  );
}

/** Text to be copied, whole with one touch of the keyboard; nobody can change it. */
function Code({ id, label, hint, text, rows }: { id: string; label: string; hint?: string; text: string; rows: number }) {
  return (
    <div className={styles.copied}>
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`} className={styles.hint}>{hint}</p>}
      <textarea id={id} className={styles.code} readOnly rows={rows} value={text} spellCheck={false} translate="no" aria-describedby={hint && `${id}-hint`} />
    </div>
  );
}
