import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import styles from "./editor.module.css";
import type { Tool } from "./tools.ts";

interface Props {
  editor: Editor;
  tools: readonly Tool[];
  /** The one at which the tabulator stops. */
  stop: string;
  pressed: readonly string[];
  onStop: (name: string) => void;
  onLink: () => void;
}

/** Buttons that say what they do. One that switches says whether it is on; a press leads back into the text. */
export function ToolButtons({ editor, tools, stop, pressed, onStop, onLink }: Props) {
  const t = useTranslations("rich-text");
  return tools.map(({ name, run, active }) => (
    <button
      key={name} type="button" data-tool={name} className={styles.tool} tabIndex={name === stop ? 0 : -1} aria-pressed={active ? pressed.includes(name) : undefined}
      onFocus={() => onStop(name)} onClick={() => (run ? run(editor.chain().focus()).run() : onLink())}
    >
      {t(name)}
    </button>
  ));
}
