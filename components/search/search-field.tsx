"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
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
  const t = useTranslations("forms.search");
  const id = useId();
  const { typed, type, found, open, active, ...list } = useSuggestions(value);
  const shown = open && found.length > 0;
  return (
    <div>
      <label htmlFor={`${id}-q`} className={styles.label}>{label}</label>
      <div className={styles.combobox}>
        <input
          id={`${id}-q`} name="q" type="search" maxLength={200} autoComplete="off" spellCheck={false} className={styles.input} value={typed} aria-describedby={`${id}-hint`} enterKeyHint="search"
          role="combobox" aria-autocomplete="list" aria-expanded={shown} aria-controls={`${id}-list`} aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          onChange={(event) => type(event.target.value)} onKeyDown={list.onKeyDown} onBlur={list.close}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown} className={styles.list}>
          {shown && found.map(({ path, kind, title, lang }, index) => (
            <li key={path} id={`${id}-${index}`} role="option" aria-selected={index === active} className={styles.option} onMouseDown={(event) => event.preventDefault()} onClick={() => list.go(path)}>
              <span className={styles.kind}>{kinds[kind]}</span>
              <span lang={lang}>{title}</span>
            </li>
          ))}
        </ul>
      </div>
      <p id={`${id}-hint`} className={styles.hint}>{hint}</p>
      <p role="status" className={styles.hint}>{shown ? t("found", { count: found.length }) : ""}</p>
    </div>
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
