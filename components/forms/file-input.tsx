import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field, wiring, type FieldWords } from "./field.tsx";
import styles from "./field.module.css";

type Props = FieldWords & Omit<ComponentProps<"input">, "name" | "type"> & { name: string };

const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.csv";

/** A file, chosen or dropped: the browser's own input does both. Says what is taken. */
export function FileInput({ label, hint, error, optional, id, accept = accepted, ...input }: Props) {
  const own = id ?? input.name;
  const t = useTranslations("forms");
  const words = hint ?? t("files");
  return (
    <Field id={own} label={label} hint={words} error={error} optional={optional}>
      <input {...input} type="file" accept={accept} {...wiring(own, { hint: words, error })} className={styles.file} />
    </Field>
  );
}
