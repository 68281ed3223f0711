"use client";

import { useRef, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import styles from "./asked-button.module.css";

interface Props {
  /** What the button says before anything is asked. */
  label: string;
  /** Its name for those who listen, where several buttons say the same. */
  name?: string;
  /** The plain question. */
  question: ReactNode;
  yes: string;
  no: string;
  onYes: () => void;
  running?: boolean;
  /** `danger` for what takes something away. */
  tone?: "primary" | "plain" | "danger";
}

/** A button that asks before it does something that others notice. The question is the browser's own dialog. */
export function AskedButton({ label, name, question, yes, no, onYes, running, tone = "danger" }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const confirm = () => {
    dialog.current?.close();
    onYes();
  };
  return (
    <>
      <Button type="button" tone={tone} aria-label={name} aria-disabled={running} onClick={() => !running && dialog.current?.showModal()}>{label}</Button>
      <dialog ref={dialog} className={styles.dialog} aria-label={label}>
        <p>{question}</p>
        <div className={styles.answers}>
          <Button type="button" tone={tone === "danger" ? "danger" : "primary"} onClick={confirm}>{yes}</Button>
          <Button type="button" tone="plain" onClick={() => dialog.current?.close()}>{no}</Button>
        </div>
      </dialog>
    </>
  );
}
