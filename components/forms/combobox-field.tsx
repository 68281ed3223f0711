import { useTranslations } from "next-intl";
import { useId, type ComponentProps, type ReactNode } from "react";
import { Field, wiring, type FieldWords } from "./field.tsx";
import styles from "./combobox-field.module.css";
import field from "./field.module.css";

type Props<T> = FieldWords & {
  /** The id of the control, by which an error leads to it. */
  id: string;
  open: boolean;
  /** What is offered below the field. */
  items: readonly T[];
  /** How many were found; some of them may not be offered. */
  found: number;
  /** Place of the one that the arrows have come to; none: -1. */
  active: number;
  keyOf: (item: T) => string;
  onChoose: (item: T) => void;
  input: ComponentProps<"input">;
  /** How one of them is shown. */
  children: (item: T) => ReactNode;
};

/** A field with a list of choices below it. The focus stays in the field, which says which choice the arrows have come to. */
export function ComboboxField<T>({ id, label, hint, error, optional, open, items, found, active, keyOf, onChoose, input, children }: Props<T>) {
  const t = useTranslations("forms.search");
  const list = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className={styles.combobox}>
        <input
          {...wiring(id, { hint, error })} {...input} role="combobox" autoComplete="off" spellCheck={false} className={field.control}
          aria-autocomplete="list" aria-expanded={open} aria-controls={list} aria-activedescendant={open && items[active] ? `${list}-${active}` : undefined}
        />
        <ul id={list} role="listbox" aria-label={label} hidden={!open} className={styles.list}>
          {open && items.map((item, index) => (
            <li
              key={keyOf(item)} id={`${list}-${index}`} role="option" aria-selected={index === active} className={styles.option} ref={index === active ? intoView : undefined}
              onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(item)}
            >
              {children(item)}
            </li>
          ))}
        </ul>
      </div>
      <p role="status" className={field.hint}>{open ? t("found", { count: found }) : ""}</p>
    </Field>
  );
}

function intoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: "nearest" });
}
