"use client";

import { usePathname, useSearchParams } from "next/navigation";
import styles from "./site-header.module.css";

interface Props {
  /** The other languages, each with its own name and what the link does in words. */
  languages: readonly { locale: string; name: string; label: string }[];
}

/**
 * The same page in another language. A plain link, rendered on the server too, so that it works without script;
 * a client component only because it must follow the address when pages change without a reload.
 */
export function LanguageSwitch({ languages }: Props) {
  const path = usePathname().split("/").slice(2).join("/");
  const query = useSearchParams().toString();
  return languages.map(({ locale, name, label }) => (
    <a key={locale} className={styles.item} href={`/${locale}${path && `/${path}`}${query && `?${query}`}`} hrefLang={locale} lang={locale} title={label}>
      {name}
    </a>
  ));
}
