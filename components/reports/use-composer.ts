"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState, useTransition } from "react";
import type { Answer } from "#lib/platform/answers.ts";
import type { FieldErrors } from "#lib/platform/errors.ts";
import { loadSectionAction, moveSectionAction, removeSectionAction, saveSectionAction } from "#lib/reports/sections/actions.ts";
import type { SavedOrder } from "#lib/reports/sections/schema.ts";
import type { SectionLine } from "./section-lines.ts";
import { SectionKeepers } from "./section-keepers.ts";

interface Composed {
  report: { id: string; version: number };
  sections: readonly SectionLine[];
  person: { id: string; name: string };
}

const unavailable = { ok: false, code: "UNAVAILABLE", fieldErrors: {} } as const;

/** A report in the hands of its composer: which sections are open, what is saved, what is wrong where, and the steps that change the order. */
export function useComposer({ report, sections, person }: Composed) {
  const router = useRouter();
  const [keepers] = useState(() => new SectionKeepers(report.id, report.version, { owner: person.id, name: person.name, load: loadSectionAction, save: saveSectionAction }));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<FieldErrors>({});
  const order = useOrder(report.id, sections, keepers, setErrors);
  useEffect(() => keepers.shown(report.version), [keepers, report.version]);
  useOpenedByLinks((key) => setOpen((keys) => new Set(keys).add(key)));
  useWarningBeforeLeaving(keepers);
  const toggle = (key: string) => {
    const keys = new Set(open);
    if (!keys.delete(key)) keys.add(key);
    else void keepers.of(key).flush().then(() => router.refresh());
    setOpen(keys);
  };
  return { keepers, open, toggle, errors, setErrors, ...order };
}
export type Composer = ReturnType<typeof useComposer>;

/** Moves and removes sections; says what came of it, and leaves the focus where it was. */
function useOrder(reportId: string, sections: readonly SectionLine[], keepers: SectionKeepers, setErrors: (errors: FieldErrors) => void) {
  const t = useTranslations("report-sections");
  const router = useRouter();
  const [said, setSaid] = useState("");
  const [running, start] = useTransition();
  const focus = useRef<{ id: string; key: string } | null>(null);
  useEffect(() => {
    if (!focus.current) return;
    const { id, key } = focus.current;
    focus.current = null;
    const at = sections.findIndex((section) => section.key === key);
    if (at >= 0) setSaid(t("moved", { name: sections[at]?.name ?? "", at: at + 1, of: sections.length }));
    document.getElementById(id)?.focus();
  }, [sections, t]);
  /** `overtaken`: what is said when a colleague was faster. */
  const change = (key: string, overtaken: string, run: () => Promise<Answer<SavedOrder>>, done: () => void) =>
    start(async () => {
      const answer = await run().catch(() => unavailable);
      if (answer.ok) {
        keepers.moved(answer.value.reportVersion);
        done();
      }
      setErrors(answer.ok ? {} : { [key]: answer.code === "CONFLICT" ? overtaken : answer.code });
      router.refresh();
    });
  const move = (key: string, to: number, button: string) =>
    change(key, "orderChanged", () => moveSectionAction({ reportId, key, to, seen: sections.map((section) => section.key) }), () => {
      focus.current = { id: button, key };
    });
  const remove = (key: string) =>
    change(key, "changedMeanwhile", async () => {
      await keepers.of(key).flush();
      return removeSectionAction({ reportId, key, version: keepers.of(key).view().saved?.version ?? 0 });
    }, () => setSaid(t("remove.done")));
  return { move, remove, running, said, setSaid };
}

/** A link to a section, in what is missing or in an address, opens it. */
function useOpenedByLinks(opened: (key: string) => void) {
  const show = useEffectEvent(opened);
  useEffect(() => {
    const byHash = (hash: string) => hash && document.getElementById(decodeURIComponent(hash))?.dataset.section !== undefined && show(decodeURIComponent(hash));
    const clicked = (event: MouseEvent) => event.target instanceof Element && byHash(event.target.closest<HTMLAnchorElement>("a[href^='#']")?.hash.slice(1) ?? "");
    byHash(location.hash.slice(1));
    document.addEventListener("click", clicked);
    return () => document.removeEventListener("click", clicked);
  }, []);
}

/** The browser asks before a page with words that are not saved is closed. */
function useWarningBeforeLeaving(keepers: SectionKeepers) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => keepers.unsaved && event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      void keepers.flush();
    };
  }, [keepers]);
}
