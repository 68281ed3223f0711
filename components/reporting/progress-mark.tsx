import { useTranslations, type Locale } from "next-intl";
import type { Progress } from "#lib/reporting/schema.ts";
import { Mark, type MarkShape } from "#components/ui/mark.tsx";

const shapes: Record<Progress, MarkShape> = { not_started: "empty", in_progress: "half", completed: "full", suspended: "paused", withdrawn: "crossed" };

/** The shape of a progress, for charts; a dotted circle where nothing was reported. */
export function progressShape(progress: Progress | null): MarkShape {
  return progress ? shapes[progress] : "none";
}

/** The agency's axis: a shape and a word. Null: nothing was reported. */
export function ProgressMark({ progress }: { progress: Progress | null; locale?: Locale }) {
  const t = useTranslations("status.progress");
  return <Mark shape={progressShape(progress)} word={t(progress ?? "not_reported")} />;
}
