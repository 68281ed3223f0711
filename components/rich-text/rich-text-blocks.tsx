import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isSafeAddress, type RichBlock, type RichHeading, type RichInline, type RichList, type RichParagraph, type RichRun, type RichTable, type RichText } from "#lib/record/rich-text/schema.ts";
import styles from "./rich-text.module.css";

/** The blocks of one document; whoever shows it says its language. */
export function RichTextBlocks({ text, under }: { text: RichText; under: number }) {
  return text.content.map((block, index) => <Block key={index} block={block} under={under} />);
}

function Block({ block, under }: { block: RichBlock; under: number }) {
  switch (block.type) {
    case "paragraph": return <Paragraph block={block} />;
    case "heading": return <Heading block={block} under={under} />;
    case "table": return <TableBlock block={block} />;
    default: return <List block={block} />;
  }
}

/** An empty paragraph is how a writer leaves a line free; the page has its own distances. */
function Paragraph({ block }: { block: RichParagraph }) {
  return block.content?.length ? <p><Runs content={block.content} /></p> : null;
}

function Heading({ block: { attrs, content }, under }: { block: RichHeading; under: number }) {
  if (!content?.length) return null;
  const Tag = `h${Math.min(6, under + attrs.level - 2)}` as "h3";
  return <Tag className={attrs.level === 3 ? styles.heading : styles.subheading}><Runs content={content} /></Tag>;
}

function List({ block }: { block: RichList }) {
  const Tag = block.type === "orderedList" ? "ol" : "ul";
  const inside = (child: RichParagraph | RichList, index: number) => (child.type === "paragraph" ? <Paragraph key={index} block={child} /> : <List key={index} block={child} />);
  return <Tag>{block.content.map((item, index) => <li key={index}>{item.content.map(inside)}</li>)}</Tag>;
}

/** On a narrow screen it scrolls by itself and can be reached by keyboard. */
function TableBlock({ block }: { block: RichTable }) {
  const t = useTranslations("rich-text");
  const [first, ...rest] = block.content;
  const named = first?.content.every(({ type }) => type === "tableHeader");
  return (
    <div className={styles.scroll} role="group" aria-label={t("table")} tabIndex={0}>
      <table className={styles.table}>
        {named && first && <thead><Row cells={first.content} scope="col" /></thead>}
        <tbody>{(named ? rest : block.content).map((row, index) => <Row key={index} cells={row.content} scope="row" />)}</tbody>
      </table>
    </div>
  );
}

type Cells = RichTable["content"][number]["content"];

function Row({ cells, scope }: { cells: Cells; scope: "col" | "row" }) {
  return (
    <tr>
      {cells.map(({ type, content }, index) => {
        const paragraphs = content.map((paragraph, place) => <Paragraph key={place} block={paragraph} />);
        return type === "tableHeader" && content.some((paragraph) => paragraph.content?.length) ? <th key={index} scope={scope}>{paragraphs}</th> : <td key={index}>{paragraphs}</td>;
      })}
    </tr>
  );
}

function Runs({ content }: { content: readonly RichInline[] }) {
  return content.map((inline, index) => (inline.type === "hardBreak" ? <br key={index} /> : <Run key={index} run={inline} />));
}

function Run({ run: { text, marks = [] } }: { run: RichRun }) {
  return marks.reduce<ReactNode>((inner, mark) => {
    if (mark.type === "bold") return <strong>{inner}</strong>;
    if (mark.type === "italic") return <em>{inner}</em>;
    return isSafeAddress(mark.attrs.href) ? <a href={mark.attrs.href} rel="noopener nofollow">{inner}</a> : inner;
  }, text);
}
