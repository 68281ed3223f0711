import { Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { isSafeAddress } from "#lib/record/rich-text/schema.ts";

/** The deepest place from which an item can still move one in; see `deepestRichText`. */
const deepestItem = 15;

/** An item holds paragraphs and lists alone, as the schema has it. */
const ListItem = Node.create({
  name: "listItem",
  content: "paragraph (paragraph | bulletList | orderedList)*",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.state.selection.$from.depth < deepestItem && this.editor.commands.sinkListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

const inCell = { content: "paragraph+" };

/** The tabulator leads out of a table behind its last cell, so that nobody is caught in it. */
const LeavableTable = Table.extend({
  addKeyboardShortcuts() {
    return { ...this.parent?.(), Tab: () => this.editor.commands.goToNextCell() };
  },
});

/** What the editor knows: exactly what `lib/record/rich-text` stores. */
export const extensions = [
  StarterKit.configure({
    blockquote: false, code: false, codeBlock: false, horizontalRule: false, strike: false, underline: false, listItem: false,
    heading: { levels: [3, 4] },
    link: {
      openOnClick: false, defaultProtocol: "https", isAllowedUri: isSafeAddress, HTMLAttributes: { target: null, rel: null, class: null },
      shouldAutoLink: (address) => /^(https?:|mailto:|www\.)/i.test(address),
    },
  }),
  ListItem, LeavableTable, TableRow, TableCell.extend(inCell), TableHeader.extend(inCell),
];
