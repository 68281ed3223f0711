import { useTranslations, type Locale } from "next-intl";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { mediaTypes, type MediaType } from "#lib/evidence/schema.ts";
import { formatBytes, formatDate } from "#lib/platform/i18n/formats.ts";
import { LocalizedText, pickText, type Texts } from "#components/ui/localized-text.tsx";
import styles from "./evidence.module.css";

interface Props {
  evidence: readonly EvidenceView[];
  locale: Locale;
  /** The promised sources of verification, to say which of them a piece is. */
  sources?: readonly { id: string; text: Texts }[];
  /** Where files are had; other than for everybody where a mailed link opens them. */
  files?: string | undefined;
}

/** Files and links that prove something, each with its type, size, date, and the promised source that it meets. */
export function EvidenceList({ evidence, locale, sources = [], files }: Props) {
  const t = useTranslations("evidence");
  if (evidence.length === 0) return <p className={styles.soft}>{t("none")}</p>;
  return (
    <ul role="list" className={styles.list}>
      {evidence.map((piece) => {
        const source = sources.find(({ id }) => id === piece.verificationSourceId);
        return (
          <li key={piece.id} className={styles.piece}>
            <EvidenceLink piece={piece} locale={locale} files={files} />
            <span className={styles.facts}>
              <EvidenceKind piece={piece} locale={locale} />, {t("added", { date: formatDate(piece.uploadedAt, locale) })}
            </span>
            {source && (
              <span className={styles.facts}>
                {t.rich("meets", { source: () => <LocalizedText value={source.text} locale={locale} /> })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Leads to the file (which is saved, not opened in place) or to the page on another site. */
export function EvidenceLink({ piece, locale, files = "/api/evidence" }: { piece: Pick<EvidenceView, "id" | "kind" | "title" | "url" | "fileName">; locale: Locale; files?: string | undefined }) {
  const title = pickText(piece.title, locale);
  if (piece.kind === "link" && piece.url) {
    return <a className={styles.name} href={piece.url} rel="noopener nofollow ugc" lang={title && title.lang !== locale ? title.lang : undefined}>{title?.text ?? piece.url}</a>;
  }
  return <a className={styles.name} href={`${files}/${piece.id}`} download lang={title && title.lang !== locale ? title.lang : undefined}>{title?.text ?? piece.fileName}</a>;
}

/** "PDF, 820 KB" or "Link to example.ge". */
export function EvidenceKind({ piece, locale }: { piece: Pick<EvidenceView, "kind" | "url" | "mediaType" | "size">; locale: Locale }) {
  const t = useTranslations("evidence");
  if (piece.kind === "link" && piece.url) return t("link", { host: new URL(piece.url).host });
  const ending = Object.hasOwn(mediaTypes, piece.mediaType ?? "") ? mediaTypes[piece.mediaType as MediaType] : "other";
  return t("file", { type: t(`types.${ending}`), size: formatBytes(piece.size ?? 0, locale) });
}

/** What a piece is called in a sentence. */
export function evidenceName(piece: Pick<EvidenceView, "title" | "url" | "fileName">, locale: Locale): string {
  return pickText(piece.title, locale)?.text ?? piece.fileName ?? piece.url ?? "";
}
