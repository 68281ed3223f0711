"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type KeyboardEvent } from "react";
import { Field, wiring, type FieldWords } from "./field.tsx";
import styles from "./combobox.module.css";
import field from "./field.module.css";
import type { Option } from "./select.tsx";

/** Only so many are drawn; typing on brings the others. */
const drawn = 40;

type Props = FieldWords & {
  /** The id of the control, by which an error leads to it. */
  name: string;
  /** `hint` is searched, too: the name in the other language, for instance. */
  options: readonly Option[];
  /** "": nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
};

/** One of hundreds, found by typing a part of its name; arrows and Enter choose, Escape leaves it as it was. */
export function Combobox({ label, hint, error, optional, name, options, value, onChange }: Props) {
  const t = useTranslations("forms.search");
  const list = useId();
  const { shown, found, open, active, ...search } = useSearch(options, value, onChange);
  return (
    <Field id={name} label={label} hint={hint} error={error} optional={optional}>
      <div className={styles.combobox}>
        <input
          {...wiring(name, { hint, error })} type="text" role="combobox" autoComplete="off" spellCheck={false} className={field.control} value={shown}
          aria-autocomplete="list" aria-expanded={open} aria-controls={list} aria-activedescendant={open && found[active] ? `${list}-${active}` : undefined}
          onChange={(event) => search.type(event.target.value)} onClick={search.show} onKeyDown={search.onKeyDown} onBlur={search.leave}
        />
        <ul id={list} role="listbox" aria-label={label} hidden={!open} className={styles.list}>
          {open && found.slice(0, drawn).map((option, index) => (
            <li
              key={option.value} id={`${list}-${index}`} role="option" aria-selected={index === active} className={styles.option} ref={index === active ? intoView : undefined}
              onMouseDown={(event) => event.preventDefault()} onClick={() => search.choose(option)}
            >
              {option.label}
            </li>
          ))}
        </ul>
      </div>
      <p role="status" className={field.hint}>{open ? t("found", { count: found.length }) : ""}</p>
    </Field>
  );
}

function intoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: "nearest" });
}

/** Every word that was typed has to stand somewhere in the name. */
function matching(options: readonly Option[], typed: string): readonly Option[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ label, hint = "" }) => words.every((word) => `${label} ${hint}`.toLocaleLowerCase().includes(word)));
}

function useSearch(options: readonly Option[], value: string, onChange: (value: string) => void) {
  const chosen = options.find((option) => option.value === value);
  /** What is being typed; null: the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = matching(options, typed ?? "");
  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (option: Option | undefined) => {
    if (option) onChange(option.value);
    close();
  };
  const move = (step: number) => {
    setActive(open ? Math.max(0, Math.min(active + step, Math.min(found.length, drawn) - 1)) : 0);
    setOpen(true);
  };
  const keys: Record<string, () => void> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: close, Enter: () => choose(found[active]) };
  return {
    shown: typed ?? chosen?.label ?? "", found, open, active, choose,
    show: () => setOpen(true),
    type: (text: string) => {
      setTyped(text);
      setActive(0);
      setOpen(true);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const run = keys[event.key];
      // Closed, Enter sends the form and Escape is somebody else's.
      if (!run || (!open && (event.key === "Enter" || event.key === "Escape"))) return;
      event.preventDefault();
      run();
    },
    /** Emptied, nothing is chosen any more; the one that was left over is what was meant. */
    leave: () => {
      if (typed === "") onChange("");
      choose(typed && found.length === 1 ? found[0] : undefined);
    },
  };
}
