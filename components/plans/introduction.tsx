import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Localized } from "#lib/localized/schema.ts";

/** Longer introductions show their first paragraphs, the rest one keystroke away. */
const shownLength = 900;

/** The introduction of a plan; nothing when there is none. */
export function Introduction({ text, locale }: { text: Localized | null; locale: Locale }) {
  const t = useTranslations("plans.introduction");
  const picked = pickText(text, locale);
  if (!picked) return null;
  const [first, rest] = beginning(picked.text);
  return (
    <section aria-labelledby="introduction">
      <SectionHeading id="introduction">{t("heading")}</SectionHeading>
      <LocalizedParagraphs value={{ [picked.lang]: first }} locale={locale} />
      {rest && <Disclosure summary={t("whole")}><LocalizedParagraphs value={{ [picked.lang]: rest }} locale={locale} /></Disclosure>}
    </section>
  );
}

/** The paragraphs that fit into the shown length (at least the first), and the others. */
function beginning(text: string): [string, string] {
  if (text.length <= shownLength) return [text, ""];
  const paragraphs = text.split(/\n\s*\n/);
  let length = 0;
  const cut = paragraphs.findIndex((paragraph, index) => (length += paragraph.length) > shownLength / 2 && index > 0);
  return cut < 1 ? [text, ""] : [paragraphs.slice(0, cut).join("\n\n"), paragraphs.slice(cut).join("\n\n")];
}
