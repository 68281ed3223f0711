import type { ChainedCommands, Editor } from "@tiptap/core";

/** A button of the text: what it is called in `rich-text.json`, what it does, and when it shows as pressed. */
export interface Tool {
  name: string;
  /** Undefined: it asks first (a link). */
  run?: (chain: ChainedCommands) => ChainedCommands;
  active?: (editor: Editor) => boolean;
}

export const formatTools: readonly Tool[] = [
  { name: "bold", run: (chain) => chain.toggleBold(), active: (editor) => editor.isActive("bold") },
  { name: "italic", run: (chain) => chain.toggleItalic(), active: (editor) => editor.isActive("italic") },
  { name: "link", active: (editor) => editor.isActive("link") },
  { name: "heading", run: (chain) => chain.toggleHeading({ level: 3 }), active: (editor) => editor.isActive("heading", { level: 3 }) },
  { name: "subheading", run: (chain) => chain.toggleHeading({ level: 4 }), active: (editor) => editor.isActive("heading", { level: 4 }) },
  { name: "bullets", run: (chain) => chain.toggleBulletList(), active: (editor) => editor.isActive("bulletList") },
  { name: "numbers", run: (chain) => chain.toggleOrderedList(), active: (editor) => editor.isActive("orderedList") },
  { name: "insertTable", run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }) },
  { name: "undo", run: (chain) => chain.undo() },
  { name: "redo", run: (chain) => chain.redo() },
];

export const tableTools: readonly Tool[] = [
  { name: "rowBefore", run: (chain) => chain.addRowBefore() },
  { name: "rowAfter", run: (chain) => chain.addRowAfter() },
  { name: "deleteRow", run: (chain) => chain.deleteRow() },
  { name: "columnBefore", run: (chain) => chain.addColumnBefore() },
  { name: "columnAfter", run: (chain) => chain.addColumnAfter() },
  { name: "deleteColumn", run: (chain) => chain.deleteColumn() },
  { name: "headerRow", run: (chain) => chain.toggleHeaderRow() },
  { name: "headerColumn", run: (chain) => chain.toggleHeaderColumn() },
  { name: "deleteTable", run: (chain) => chain.deleteTable() },
];
