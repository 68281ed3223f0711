"use client";

import { useState, type KeyboardEvent } from "react";
import { ComboboxField } from "./combobox-field.tsx";
import type { FieldWords } from "./field.tsx";
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
export function Combobox({ name, options, value, onChange, ...words }: Props) {
  const { shown, found, open, active, ...search } = useSearch(options, value, onChange);
  return (
    <ComboboxField
      {...words} id={name} open={open} items={found.slice(0, drawn)} found={found.length} active={active} keyOf={(option) => option.value} onChoose={search.choose}
      input={{ type: "text", value: shown, onChange: (event) => search.type(event.target.value), onClick: search.show, onKeyDown: search.onKeyDown, onBlur: search.leave }}
    >
      {(option) => option.label}
    </ComboboxField>
  );
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
