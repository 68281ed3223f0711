"use client";

import { useTranslations, type Locale } from "next-intl";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { Select } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import { EvidenceKind, EvidenceLink, evidenceName } from "./evidence-list.tsx";
import styles from "./evidence.module.css";

interface Props {
  item: EvidenceView;
  index: number;
  sources: readonly { id: string; text: Texts }[];
  locale: Locale;
  error: string | undefined;
  /** Before the ids of its controls; see {@link EvidenceField}. */
  prefix: string;
  files: string;
  onSource: (sourceId: string | null) => void;
  onRemove: () => void;
}

/** One attached file or link in a form, with the promised source it is chosen for. */
export function EvidencePiece({ item, index, sources, locale, error, prefix, files, onSource, onRemove }: Props) {
  const t = useTranslations("evidence");
  return (
    <li className={styles.piece}>
      <div className={styles.row}>
        <span>
          <EvidenceLink piece={item} locale={locale} files={files} /> <span className={styles.facts}><EvidenceKind piece={item} locale={locale} /></span>
        </span>
        <Button type="button" tone="quiet" onClick={onRemove} aria-label={t("removeLabel", { name: evidenceName(item, locale) })}>{t("remove")}</Button>
      </div>
      {sources.length > 0 && (
        <Select
          id={`${prefix}evidence.${index}.verificationSourceId`} name={`evidence.${index}.verificationSourceId`} label={t("source")} placeholder={t("sourceNone")} error={error}
          options={sources.map(({ id, text }) => ({ value: id, label: pickText(text, locale)?.text ?? "" }))}
          value={item.verificationSourceId ?? ""} onChange={(event) => onSource(event.target.value || null)}
        />
      )}
    </li>
  );
}
