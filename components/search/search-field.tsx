"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { ComboboxField } from "#components/forms/combobox-field.tsx";
import styles from "./search.module.css";

/** What the server suggests; `title` in the language `lang`. */
interface Suggested {
  path: string;
  kind: string;
  title: string;
  lang: string;
}

interface Props {
  label: string;
  hint: string;
  value: string;
  /** How each kind is called. */
  kinds: Record<string, string>;
}

/** Waits for a pause in typing before it asks, in milliseconds. */
const pause = 120;

/** Where one types what to look for. Suggestions come as one types, where there is script; Enter without choosing one searches. */
export function SearchField({ label, hint, value, kinds }: Props) {
  const id = useId();
  const { typed, found, open, active, ...search } = useSuggestions(value);
  return (
    <ComboboxField
      id={id} label={label} hint={hint} open={open && found.length > 0} items={found} found={found.length} active={active} keyOf={({ path }) => path} onChoose={({ path }) => search.go(path)}
      input={{
        name: "q", type: "search", maxLength: 200, enterKeyHint: "search", value: typed,
        onChange: (event) => search.type(event.target.value), onKeyDown: search.onKeyDown, onBlur: search.close,
      }}
    >
      {({ kind, title, lang }) => <span><span className={styles.kind}>{kinds[kind]}</span><span lang={lang}>{title}</span></span>}
    </ComboboxField>
  );
}

function useSuggestions(value: string) {
  const locale = useLocale();
  const router = useRouter();
  const [typed, setTyped] = useState(value);
  const [found, setFound] = useState<readonly Suggested[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  }, []);
  const ask = async (question: string) => {
    asked.current?.abort();
    asked.current = new AbortController();
    try {
      const answer = await fetch(`/api/search/suggestions?${new URLSearchParams({ q: question, locale })}`, { signal: asked.current.signal });
      if (!answer.ok) return;
      setFound(await answer.json() as Suggested[]);
      setActive(-1);
      setOpen(true);
    } catch {
      // Typed on, or no connection: the field works without.
    }
  };
  const close = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
    setOpen(false);
    setActive(-1);
  };
  const go = (path: string) => {
    close();
    router.push(`/${locale}${path}`);
  };
  const move = (step: number) => {
    setOpen(found.length > 0);
    setActive((at) => Math.max(-1, Math.min(at + step, found.length - 1)));
  };
  return {
    typed, found, open, active, close, go,
    type: (text: string) => {
      setTyped(text);
      clearTimeout(timer.current);
      if (text.trim().length < 2) return close();
      timer.current = setTimeout(() => void ask(text), pause);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const chosen = open ? found[active] : undefined;
      const keys: Record<string, (() => void) | undefined> = { ArrowDown: () => move(1), ArrowUp: () => move(-1), ...(open ? { Escape: close } : {}), ...(chosen ? { Enter: () => go(chosen.path) } : {}) };
      const run = keys[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    },
  };
}
