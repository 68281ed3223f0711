"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { maxFileSize } from "#lib/evidence/schema.ts";
import type { Answer } from "#lib/platform/answers.ts";
import { useErrorWords } from "#components/forms/error-words.ts";
import { FileInput } from "#components/forms/file-input.tsx";
import { now } from "#lib/platform/clock.ts";
import styles from "./evidence.module.css";

interface Upload {
  key: string;
  name: string;
  percent: number;
  state: "uploading" | "uploaded" | "failed";
  code?: string;
}

type UploadAnswer = Answer<{ id: string; fileName: string; size: number; mediaType: string }>;

interface Props {
  id: string;
  /** Where files are posted. */
  address: string;
  organisationId: string;
  error: string | undefined;
  onUploaded: (item: EvidenceView) => void;
}

/** Chosen or dropped files go up at once, one after the other; progress and refusals are said in words. */
export function UploadField({ id, address, organisationId, error, onUploaded }: Props) {
  const t = useTranslations("evidence");
  const say = useErrorWords();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const change = (key: string, now: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...now } : one)));
  const upload = async (file: File) => {
    const key = crypto.randomUUID();
    setUploads((all) => [...all.filter((one) => one.state === "uploading"), { key, name: file.name, percent: 0, state: "uploading" }]);
    const result = await send(address, organisationId, file, (percent) => change(key, { percent }));
    if (!result.ok) return change(key, { state: "failed", code: result.code });
    change(key, { state: "uploaded" });
    onUploaded({ ...result.value, kind: "file", title: null, url: null, uploadedAt: now(), verificationSourceId: null });
  };
  return (
    <div>
      <FileInput
        id={id} name="file" label={t("choose")} error={error} multiple
        onChange={async ({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          for (const file of files) await upload(file);
        }}
      />
      <div role="status" className={styles.messages}>
        {uploads.map((one) => (
          <p key={one.key} className={one.state === "failed" ? styles.wrong : styles.facts}>
            {t(one.state, { name: one.name, percent: one.percent })} {one.code && say(one.code)}
          </p>
        ))}
      </div>
    </div>
  );
}

/** XMLHttpRequest, because fetch does not tell how much has gone up. */
function send(address: string, organisationId: string, file: File, onPercent: (percent: number) => void): Promise<UploadAnswer> {
  if (file.size > maxFileSize) return Promise.resolve({ ok: false, code: "FILE_TOO_LARGE", fieldErrors: {} });
  const form = new FormData();
  form.set("organisationId", organisationId);
  form.set("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const unavailable = () => resolve({ ok: false, code: "UNAVAILABLE", fieldErrors: {} });
    request.open("POST", address);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onPercent(Math.floor((loaded / Math.max(total, 1)) * 100)));
    request.addEventListener("load", () => (request.response ? resolve(request.response as UploadAnswer) : unavailable()));
    request.addEventListener("error", unavailable);
    request.addEventListener("abort", unavailable);
    request.send(form);
  });
}
