"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { Button } from "#components/ui/button.tsx";
import type { Texts } from "#components/ui/localized-text.tsx";
import type { EvidenceDoors } from "./evidence-doors.ts";
import { evidenceName } from "./evidence-list.tsx";
import { EvidencePiece } from "./evidence-piece.tsx";
import { LinkForm } from "./link-form.tsx";
import { PromisedSources } from "./promised-sources.tsx";
import { UploadField } from "./upload-field.tsx";
import styles from "./evidence.module.css";

interface Props {
  doors: EvidenceDoors;
  /** Before the ids of its controls, where a page has several of these. */
  prefix?: string;
  organisationId: string;
  items: readonly EvidenceView[];
  /** As a state setter: gets a function from the list before to the list after. */
  onChange: (change: (items: EvidenceView[]) => EvidenceView[]) => void;
  sources: readonly { id: string; text: Texts }[];
  /** Field path ("evidence", "evidence.0.verificationSourceId") → key in `errors.json`. */
  errors: Readonly<Record<string, string>>;
}

/** Proof of what a form says: files go up at once, links are added, each says which promised source it is. */
export function EvidenceField({ doors, prefix = "", organisationId, items, onChange, sources, errors }: Props) {
  const t = useTranslations("evidence");
  const locale = useLocale();
  const [removed, setRemoved] = useState<EvidenceView | null>(null);
  const only = sources.length === 1 ? (sources[0]?.id ?? null) : null;
  const add = (item: EvidenceView) => onChange((all) => [...all, { ...item, verificationSourceId: only }]);
  const remove = (item: EvidenceView) => {
    onChange((all) => all.filter(({ id }) => id !== item.id));
    setRemoved(item);
  };
  return (
    <div className={styles.editor}>
      <PromisedSources sources={sources} items={items} locale={locale} />
      {items.length > 0 && (
        <ul role="list" className={styles.list} aria-label={t("list")}>
          {items.map((item, index) => (
            <EvidencePiece
              key={item.id} item={item} index={index} prefix={prefix} files={doors.files} sources={sources} locale={locale}
              error={errors[`evidence.${index}.verificationSourceId`] ?? errors[`evidence.${index}.evidenceId`]}
              onSource={(verificationSourceId) => onChange((all) => all.map((one) => (one.id === item.id ? { ...one, verificationSourceId } : one)))}
              onRemove={() => remove(item)}
            />
          ))}
        </ul>
      )}
      <p role="status" className={styles.messages}>
        {removed && (
          <span className={styles.row}>
            {t("removed", { name: evidenceName(removed, locale) })}
            <Button type="button" tone="quiet" onClick={() => { onChange((all) => [...all, removed]); setRemoved(null); }}>{t("undo")}</Button>
          </span>
        )}
      </p>
      <UploadField id={`${prefix}evidence`} address={doors.files} organisationId={organisationId} error={errors.evidence} onUploaded={add} />
      <LinkForm prefix={prefix} addLink={doors.addLink} organisationId={organisationId} onAdded={add} />
    </div>
  );
}
