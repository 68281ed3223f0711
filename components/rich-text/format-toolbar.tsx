"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent, type Ref } from "react";
import { LinkForm } from "./link-form.tsx";
import { ToolButtons } from "./tool-buttons.tsx";
import { formatTools, tableTools } from "./tools.ts";
import styles from "./editor.module.css";

interface Props {
  editor: Editor;
  /** Of the text that the buttons act on. */
  id: string;
  label: string;
  ref: Ref<HTMLDivElement>;
}

const all = [...formatTools, ...tableTools];

/** The buttons of a text by their words; one stop of the tabulator, the arrows lead from one to the next. */
export function FormatToolbar({ editor, id, label, ref }: Props) {
  const t = useTranslations("rich-text");
  const [current, setCurrent] = useState("bold");
  const [asking, setAsking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ table: now.isActive("table"), link: now.isActive("link"), pressed: all.filter(({ active }) => active?.(now)).map(({ name }) => name) }),
  });
  const format = formatTools.filter(({ name }) => name !== "insertTable" || !state.table);
  const stop = [...format, ...(state.table ? tableTools : [])].some(({ name }) => name === current) ? current : "bold";
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape") return void editor.commands.focus();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button[data-tool]")];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  };
  const common = { editor, stop, pressed: state.pressed, onStop: setCurrent, onLink: () => setAsking(true) };
  return (
    <>
      <div ref={ref} role="toolbar" aria-label={t("toolbar", { label })} aria-controls={id} aria-orientation="horizontal" className={styles.toolbar} onKeyDown={onKeyDown}>
        <div className={styles.line}><ToolButtons {...common} tools={format} /></div>
        {state.table && <div role="group" aria-label={t("tableTools", { label })} className={styles.group}><ToolButtons {...common} tools={tableTools} /></div>}
      </div>
      {asking && <LinkForm editor={editor} id={`${id}-link`} linked={state.link} onDone={() => setAsking(false)} />}
    </>
  );
}
