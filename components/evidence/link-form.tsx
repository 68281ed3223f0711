"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { TextInput } from "#components/forms/text-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { now } from "#lib/platform/clock.ts";
import type { EvidenceDoors } from "./evidence-doors.ts";
import styles from "./evidence.module.css";

interface Props {
  prefix: string;
  addLink: EvidenceDoors["addLink"];
  organisationId: string;
  onAdded: (item: EvidenceView) => void;
}

const empty = { url: "", title: "" };

/** Adds a link. It stands inside another form, so its button sends nothing and the return key adds the link. */
export function LinkForm({ prefix, addLink, organisationId, onAdded }: Props) {
  const t = useTranslations("evidence");
  const locale = useLocale();
  const [fields, setFields] = useState(empty);
  const [error, setError] = useState<string>();
  const [adding, setAdding] = useState(false);
  const add = async () => {
    setAdding(true);
    const title = { [locale]: fields.title.trim() || undefined };
    const result = await addLink({ organisationId, url: fields.url, title }).catch(() => null);
    setAdding(false);
    if (!result?.ok) return setError(result ? (result.fieldErrors.url ?? result.code) : "UNAVAILABLE");
    setError(undefined);
    setFields(empty);
    onAdded({ id: result.value.id, kind: "link", title, url: result.value.url, fileName: null, mediaType: null, size: null, uploadedAt: now(), verificationSourceId: null });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void add();
  };
  return (
    <Disclosure summary={t("addLink")}>
      <div className={styles.add}>
        <TextInput
          id={`${prefix}linkUrl`} name="linkUrl" type="url" inputMode="url" label={t("url")} hint={t("urlHint")} error={error} value={fields.url} autoComplete="off"
          onChange={(event) => setFields({ ...fields, url: event.target.value })} onKeyDown={onKeyDown}
        />
        <TextInput id={`${prefix}linkTitle`} name="linkTitle" label={t("title")} optional value={fields.title} onChange={(event) => setFields({ ...fields, title: event.target.value })} onKeyDown={onKeyDown} autoComplete="off" />
        <Button type="button" tone="plain" disabled={adding} onClick={() => void add()}>{t("add")}</Button>
      </div>
    </Disclosure>
  );
}
