import { formatNumber } from "#lib/platform/i18n/formats.ts";
import type { SnapshotTally } from "#lib/reports/snapshots/schema.ts";
import { vocabularyOf, type ReportPen } from "./evidence-blocks.ts";
import type { Block, ChartBlock, ProgressSign, StepsSign } from "./schema.ts";
import { progressSign, stepsSign } from "./signs.ts";
import { run } from "./writing.ts";

/** One state of an axis, and how many of a tally have it. */
interface State {
  sign: ProgressSign | StepsSign | null;
  label: string;
  lang?: StepsSign["lang"];
  count: (tally: SnapshotTally) => number;
}

/** The states of each axis in the order in which they are told: the life cycle; the best judgement first. */
function statesOf(axis: ChartBlock["axis"], pen: ReportPen): State[] {
  const { commitments } = pen.snapshot.summary;
  if (axis === "progress") {
    const known = commitments.progress.map(({ status }) => ({ sign: progressSign(status, pen), count: (tally: SnapshotTally) => tally.progress.find((row) => row.status === status)?.count ?? 0 }));
    const all = [...known, { sign: progressSign(null, pen), count: (tally: SnapshotTally) => tally.notReported }];
    return all.map((state) => ({ ...state, label: state.sign.word }));
  }
  const grades = [...commitments.fulfilment].reverse().map(({ code, label, rank }) => {
    const sign = stepsSign({ label, rank }, commitments.fulfilment.length, pen);
    return { sign, label: sign.word, ...(sign.lang ? { lang: sign.lang } : {}), count: (tally: SnapshotTally) => tally.fulfilment.find((row) => row.code === code)?.count ?? 0 };
  });
  return [...grades, { sign: null, label: pen.say("reports.summary.notAssessed"), count: (tally: SnapshotTally) => tally.notAssessed }];
}

/** "12 of 30 (40%)": the counts come first. */
function shareInWords(count: number, total: number, pen: ReportPen): string {
  return pen.say("report-files.share", { of: pen.say("reports.summary.of", { count, total }), percent: formatNumber((count / total) * 100, pen.locale, 0) });
}

/**
 * One axis of all commitments or milestones as a chart; null when there are none.
 * @param whole whether grades that nothing has are told too: in the report the scale is seen whole
 */
export function chartOf(axis: ChartBlock["axis"], of: "commitments" | "milestones", pen: ReportPen, whole = false): ChartBlock | null {
  const tally = pen.snapshot.summary[of];
  if (tally.total === 0) return null;
  const kind = { commitments: "many", milestones: "parts" }[of];
  const title = `${pen.say(`reports.summary.${kind}.${vocabularyOf(pen.snapshot)}`)}: ${pen.say(`reports.summary.${axis}`)}`.replaceAll("\u00ad", "");
  const parts = statesOf(axis, pen).filter((state) => (whole && axis === "fulfilment") || state.count(tally) > 0).map(({ sign, label, lang, count }) => ({
    sign, label: run(label), count: count(tally), said: shareInWords(count(tally), tally.total, pen), ...(lang ? { label: { ...run(label), lang } } : {}),
  }));
  const description = `${title}. ${parts.map(({ label, said }) => `${label.text}: ${said}`).join("; ")}.`;
  return { type: "chart", axis, title, total: tally.total, description, parts };
}

/** Counts with their totals in sight, each axis on its own: what is reported is not what is judged. */
export function figureBlocks(pen: ReportPen): Block[] {
  return (["progress", "fulfilment"] as const).flatMap((axis) => (["commitments", "milestones"] as const).flatMap((of) => chartOf(axis, of, pen, true) ?? []));
}
