"use client";

import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { FormActions } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { linkAddress } from "#lib/record/rich-text/rules.ts";
import styles from "./editor.module.css";

interface Props {
  editor: Editor;
  id: string;
  /** The words stand in a link already. */
  linked: boolean;
  onDone: () => void;
}

/** Asks where a link leads, on the page and not in a window of the browser. Without words chosen, the address itself is put in. */
export function LinkForm({ editor, id, linked, onDone }: Props) {
  const t = useTranslations("rich-text.address");
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const end = () => {
    onDone();
    editor.commands.focus();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const href = linkAddress(input.current?.value ?? "");
    setWrong(!href);
    if (!href) return void input.current?.focus();
    const chain = editor.chain().focus();
    if (linked) chain.extendMarkRange("link").setLink({ href }).run();
    else if (editor.state.selection.empty) chain.insertContent({ type: "text", text: href.replace(/^mailto:/, ""), marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onDone();
  };
  return (
    <form noValidate className={styles.address} onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && end()}>
      <TextInput
        ref={input} name={id} label={t("label")} hint={t("hint")} error={wrong ? "linkAddress" : undefined} type="url" inputMode="url" autoComplete="off"
        defaultValue={linked ? String(editor.getAttributes("link").href ?? "") : ""}
      />
      <FormActions>
        <Button tone="plain">{t("set")}</Button>
        {linked && <Button type="button" tone="danger" onClick={remove}>{t("remove")}</Button>}
        <Button type="button" tone="quiet" onClick={end}>{t("cancel")}</Button>
      </FormActions>
    </form>
  );
}
