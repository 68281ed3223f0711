import { useTranslations, type Locale } from "next-intl";
import type { Progress } from "#lib/reporting/schema.ts";
import { Mark, type MarkShape } from "#components/ui/mark.tsx";

const shapes: Record<Progress, MarkShape> = { not_started: "empty", in_progress: "half", completed: "full", suspended: "paused", withdrawn: "crossed" };

/** The agency's axis: a shape and a word. Null: nothing was reported. */
export function ProgressMark({ progress }: { progress: Progress | null; locale?: Locale }) {
  const t = useTranslations("status.progress");
  return <Mark shape={progress ? shapes[progress] : "none"} word={t(progress ?? "not_reported")} />;
}
