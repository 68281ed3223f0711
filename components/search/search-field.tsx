import { useTranslations, type Locale } from "next-intl";
import { ComboboxField } from "#components/forms/combobox-field.tsx";
import styles from "./search.module.css";

interface Props {
  label: string;
  hint: string;
  value: string;
  /** How each kind is called. */
  kinds: Record<string, string>;
  locale: Locale;
}

/** As many as the server suggests at most. */
const mostSuggested = 8;

/**
 * Where one types what to look for. Suggestions come as one types, where there is script: `public/suggestions.js`, which draws
 * them into the list of this field. Enter without choosing one searches.
 */
export function SearchField({ label, hint, value, kinds, locale }: Props) {
  const t = useTranslations("forms.search");
  const found = Array.from({ length: mostSuggested + 1 }, (_, count) => t("found", { count }));
  return (
    <div data-suggestions={JSON.stringify({ locale, kinds, found, option: styles.suggestion })}>
      <ComboboxField
        id="question" label={label} hint={hint} open={false} items={[]} found={0} active={-1} keyOf={String} onChoose={Boolean}
        input={{ name: "q", type: "search", maxLength: 200, enterKeyHint: "search", defaultValue: value }}
      >
        {String}
      </ComboboxField>
      <script src="/suggestions.js" async />
    </div>
  );
}
