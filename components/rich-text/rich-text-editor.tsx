"use client";

import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { useTranslations, type Locale } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { FieldError, Hint } from "#components/forms/field.tsx";
import { longestRichText, type RichText } from "#lib/record/rich-text/schema.ts";
import { lengthOf, written } from "#lib/record/rich-text/rules.ts";
import { extensions } from "./extensions.ts";
import { FormatToolbar } from "./format-toolbar.tsx";
import { pasted } from "./pasted.ts";
import styles from "./editor.module.css";
import look from "./rich-text.module.css";

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  /** The language that is written in. */
  lang: Locale;
  /** What stands there when the editor opens; another text needs another `key`. */
  initial: RichText | undefined;
  /** Gets what is written a moment after the last key; undefined: nothing. */
  onChange: (text: RichText | undefined) => void;
  /** A key of `errors.json`. */
  error?: string | undefined;
}

/** How long a pause in typing is. */
const pauseMs = 250;

/** Tells what is written after each pause in typing, and at once when the writer goes elsewhere. */
function listen(editor: Editor, told: (text: RichText | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    told(written(editor.getJSON()));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, pauseMs);
  };
  const now = () => {
    clearTimeout(timer);
    if (timer !== undefined) tell();
  };
  editor.on("update", later).on("blur", now);
  return () => {
    editor.off("update", later).off("blur", now);
    now();
  };
}

/** What ties the text to its words for those who listen. */
function attributesOf({ id, hint, lang, error }: Pick<Props, "id" | "hint" | "lang" | "error">): Record<string, string> {
  const described = [`${id}-keys`, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const wiring = { "aria-multiline": "true", "aria-labelledby": `${id}-label`, "aria-describedby": described, ...(error ? { "aria-invalid": "true" } : {}) };
  return { id, lang, role: "textbox", class: `${look.writing} ${styles.writing}`, ...wiring };
}

/** How many characters are left once most are used. */
function Room({ left }: { left: number }) {
  const t = useTranslations("rich-text");
  if (left >= longestRichText / 4) return null;
  return <p className={left < 0 ? styles.over : styles.soft} aria-live={left < longestRichText / 20 ? "polite" : "off"}>{left < 0 ? t("over", { count: -left }) : t("left", { count: left })}</p>;
}

/** Where a rich text is written: its buttons, the text, and how much room is left once most is used. */
export function RichTextEditor({ id, label, hint, lang, initial, onChange, error }: Props) {
  const t = useTranslations("rich-text");
  const [left, setLeft] = useState(() => longestRichText - (initial ? lengthOf(initial) : 0));
  const toolbar = useRef<HTMLDivElement>(null);
  const editor = useEditor({
    extensions, content: initial ?? null, immediatelyRender: false, injectCSS: false, shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: attributesOf({ id, hint, lang, error }),
      transformPastedHTML: pasted,
      handleKeyDown: (_view, event) => {
        if (event.key !== "F10" || !event.altKey) return false;
        toolbar.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
        return true;
      },
    },
  });
  const told = useEffectEvent((text: RichText | undefined) => {
    setLeft(longestRichText - (text ? lengthOf(text) : 0));
    onChange(text);
  });
  useEffect(() => editor ? listen(editor, told) : undefined, [editor]);
  return (
    <div className={styles.field}>
      <p id={`${id}-label`} className={styles.label}>{label}</p>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {editor ? <FormatToolbar ref={toolbar} editor={editor} id={id} label={label} /> : <p className={styles.soft}>{t("loading")}</p>}
      <EditorContent editor={editor} />
      <p id={`${id}-keys`} hidden>{t("keys")}</p>
      <Room left={left} />
    </div>
  );
}
