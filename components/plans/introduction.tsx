import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LocalizedParagraphs, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Localized } from "#lib/record/localized/schema.ts";

/** Longer introductions show their first paragraphs, about as many characters, the rest one keystroke away. */
const shownLength = 400;

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

/** The first paragraph and those that fit with it into the shown length, and the others. */
function beginning(text: string): [string, string] {
  const paragraphs = text.split(/\n\s*\n/);
  const lengthUntil = (index: number) => paragraphs.slice(0, index + 1).join("").length;
  const cut = paragraphs.findIndex((_, index) => index > 0 && lengthUntil(index) > shownLength);
  return cut < 0 ? [text, ""] : [paragraphs.slice(0, cut).join("\n\n"), paragraphs.slice(cut).join("\n\n")];
}
