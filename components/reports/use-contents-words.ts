import { useTranslations } from "next-intl";
import type { ContentsWords } from "./report-contents.ts";

/** What the sections of a report are called; comments and versions only where the page has them. */
export function useContentsWords({ comments, versions }: { comments: boolean; versions: boolean }): ContentsWords {
  const t = useTranslations("reports");
  return {
    conclusions: t("document.conclusions"), summary: t("summary.heading"), introduction: t("document.introduction"), plan: t("facts.heading"),
    commitments: t("document.many.commitment"), untitled: (number) => t("document.untitled", { number }),
    ...(comments ? { comments: t("commentsHeading") } : {}), ...(versions ? { versions: t("versions.heading") } : {}),
  };
}
