"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PlanEntity } from "#lib/editing/schema.ts";
import { blankLine } from "#lib/editing/drafts/rules.ts";
import { LineList } from "./line-list.tsx";

interface Props {
  entity: PlanEntity;
  /** The list's name in the form; its words are `editing.lines.<name>`. */
  name: "partnerships" | "indicators" | "sources" | "budgetLines";
  /** The field of a line that takes the focus when the line is added. */
  first: string;
  /** The fields of one line, given the path of the line. */
  children: (path: string) => ReactNode;
}

/** Lines of one kind in the form of something that a plan promises. */
export function Lines({ entity, name, first, children }: Props) {
  const t = useTranslations(`editing.lines.${name}`);
  const words = { legend: t("legend"), none: t("none"), one: (number: number) => t("one", { number }), add: t("add") };
  return <LineList name={name} blank={() => blankLine(entity, name) as object} first={first} words={words}>{children}</LineList>;
}
