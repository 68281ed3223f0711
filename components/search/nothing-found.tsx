import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { isNarrowed, parseSearch, searchAddress, type Search } from "#lib/search/schema.ts";

/** What can be looked for, before anything is; with questions to try. */
export function BeforeSearch() {
  const t = useTranslations("search.before");
  return (
    <>
      <p>{t("what")}</p>
      <p>{t("how")}</p>
      <ul>
        {(["first", "second", "third"] as const).map((example) => (
          <li key={example}><Link href={searchAddress(parseSearch({ q: t(`examples.${example}`) }))}>{t(`examples.${example}`)}</Link></li>
        ))}
      </ul>
    </>
  );
}

/** Nothing was found: what was looked for, and what to try instead. */
export function NothingFound({ search }: { search: Search }) {
  const t = useTranslations("search.nothing");
  const wider = searchAddress(parseSearch({ q: search.question }));
  return (
    <section>
      <h2>{search.question ? t("title", { question: search.question }) : t("titleNarrowed")}</h2>
      <ul>
        {(isNarrowed(search) || search.kind) && <li><Link href={wider}>{t("wider")}</Link></li>}
        <li>{t("fewer")}</li>
        <li>{t("letters")}</li>
        <li><Link href="/">{t("plans")}</Link></li>
      </ul>
    </section>
  );
}
