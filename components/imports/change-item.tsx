import { useTranslations, type Locale } from "next-intl";
import { FieldChangeText } from "#components/revisions/field-change-text.tsx";
import { listItems, valueWords } from "#components/revisions/value-words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { Hanging } from "#components/ui/hanging.tsx";
import { LocalizedParagraphs, LocalizedText, type Texts } from "#components/ui/localized-text.tsx";
import type { ImportPreview } from "#lib/imports/queries.ts";

type Change = ImportPreview["changes"][number];

interface Props {
  change: Change;
  /** The word this plan uses for its numbered level. */
  vocabulary: string;
  locale: Locale;
}

/** One entry that would be added, changed or taken out, with its old and new values. */
export function ChangeItem({ change: { entity, number, title, operation, fields }, vocabulary, locale }: Props) {
  const t = useTranslations("revisions");
  const say = useTranslations("imports.preview");
  return (
    <Hanging code={entity === "plan" || entity === "legal_act" ? null : number} as="li">
      <p>{t(`entity.${entity}`, { kind: vocabulary })}{entity === "legal_act" && number ? ` №${number}` : ""} <LocalizedText value={title} locale={locale} empty={say("untitled")} /></p>
      {operation === "changed" && fields.map((field) => <FieldChangeText key={field.field} change={{ id: field.field, ...field }} entity={entity} locale={locale} />)}
      {operation === "added" && <Stated entity={entity} fields={fields[0]?.after} locale={locale} />}
    </Hanging>
  );
}

/** All that is stated of something new but its number and title. */
function Stated({ entity, fields, locale }: { entity: Change["entity"]; fields: unknown; locale: Locale }) {
  const t = useTranslations("revisions");
  const all = useTranslations();
  const say = useTranslations("imports.preview");
  const facts = Object.entries(typeof fields === "object" && fields !== null ? fields : {}).flatMap(([name, value]: [string, unknown]): Fact[] => {
    if (["number", "title", "slug"].includes(name) || value === null || value === false) return [];
    const label = t.has(`field.${entity}.${name}`) ? t(`field.${entity}.${name}`) : t.has(`field.any.${name}`) ? t(`field.any.${name}`) : name;
    const items = listItems(name, value, locale, all);
    if (items) return items.length ? [{ label, value: <ul>{items.map((item) => <li key={item.key}>{item.words}</li>)}</ul> }] : [];
    const words = valueWords(name, value, locale, all);
    return [{ label, value: words ?? <LocalizedParagraphs value={value as Texts} locale={locale} /> }];
  });
  return facts.length > 0 ? <Disclosure summary={say("stated")}><FactList facts={facts} /></Disclosure> : null;
}
