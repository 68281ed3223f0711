import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import styles from "./filter-sentence.module.css";

interface SentenceProps {
  /** The page that shows what is chosen, with its language. */
  action: string;
  label: string;
  submit: string;
  /** Changes with the choice, so that the fields follow the address back. */
  choice: string;
  children: ReactNode;
}

/** Filters as a sentence; a plain form whose choices become the address. */
export function FilterSentence({ action, label, submit, choice, children }: SentenceProps) {
  return (
    <form key={choice} method="get" action={action} aria-label={label}>
      <p className={styles.sentence}>
        {children}
        <Button tone="plain">{submit}</Button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
}

/** A word of the sentence that can be chosen; "any" stands first. */
export function FilterChoice({ name, label, value, options }: ChoiceProps) {
  const t = useTranslations("forms");
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ""} className={styles.select}>
        <option value="">{t("any")}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}

/** Something that is filtered for, or not. */
export function FilterCheck({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className={styles.check}>
      <input type="checkbox" name={name} value="yes" defaultChecked={checked} /> {label}
    </label>
  );
}

/** How much is shown, and the way back to all of it. */
export function FilterResult({ clear, href, hint, children }: { clear: string; href: string; hint?: string; children: ReactNode }) {
  return (
    <>
      <p className={styles.shown}>
        {children}
        <Link href={href} className={styles.clear}>{clear}</Link>
      </p>
      {hint && <p className={styles.hint}>{hint}</p>}
    </>
  );
}
