import type { Locale } from "#lib/record/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import { flatMilestones } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { contradictionsOf } from "./contradictions.ts";
import { versionInWords } from "./cover-blocks.ts";
import { reportPen, type ReportPen } from "./evidence-blocks.ts";
import type { ChartBlock, ReportSource, TableBlock, TextRun } from "./schema.ts";
import { contradictionLines, leadingLinks, summarySentences, summaryTable, type Contact } from "./summary-lines.ts";
import { chartOf } from "./summary-blocks.ts";
import { dateParts, printableIn, shortened } from "./typesetting.ts";
import { layOut, type LaidOut } from "./typst.ts";
import { run, runsOf } from "./writing.ts";

/** What the template of the one-page summary reads. */
interface Summary {
  locale: Locale;
  kind: string;
  title: TextRun;
  author: string;
  date: number[];
  version: string;
  sentences: string[];
  charts: ChartBlock[];
  table: TableBlock;
  /** "… and 12 more"; null when all stand in the table. */
  more: string | null;
  differences: { heading: string; lines: TextRun[][]; more: string | null };
  links: Contact[];
}

/** How much of what can be left out is shown; titles in characters. */
interface Room {
  commitments: number;
  /** Whether each is followed by its milestones, where there is room for all. */
  milestones: boolean;
  differences: number;
  titles: number;
}

/** No page holds more lines. */
const mostCommitments = 40;
const mostWithMilestones = 12;

/** The report on exactly one page, for whoever has a minute: figures, where commitments stand, where voices differ, where to read on. */
export function makeSummary(snapshot: Snapshot, source: ReportSource, say: Say, locale: Locale): Uint8Array {
  const pen = reportPen({ locale, say, site: source.site }, snapshot);
  const whole = Math.min(snapshot.commitments.length, mostCommitments);
  const lay = (room: Room) => layOut("summary.typ", printableIn(summaryOf(pen, source, room)));
  const roomy = { commitments: whole, milestones: true, differences: 4, titles: 110 };
  const everything = whole <= mostWithMilestones && whole === snapshot.commitments.length ? lay(roomy) : null;
  if (everything?.pages === 1) return everything.pdf();
  for (const room of [{ differences: 4, titles: 110 }, { differences: 2, titles: 70 }, { differences: 0, titles: 40 }]) {
    const page = longestPage(whole, (commitments) => lay({ ...room, commitments, milestones: false }));
    if (page) return page.pdf();
  }
  throw new Error(`the summary of ${snapshot.report.slug} does not fit on one page`);
}

/** The page with the most commitments on it; null when not even three of many, or none, leave it one page. */
function longestPage(most: number, lay: (commitments: number) => LaidOut): LaidOut | null {
  let best: LaidOut | null = null;
  let [low, high] = [Math.min(most, 3), most];
  for (let next = most; low <= high; next = Math.floor((low + high) / 2)) {
    const page = lay(next);
    if (page.pages === 1) [best, low] = [page, next + 1];
    else high = next - 1;
  }
  return best;
}

function summaryOf(pen: ReportPen, source: ReportSource, room: Room): Summary {
  const { snapshot, say, locale } = pen;
  const { report, plan } = snapshot;
  const contradictions = contradictionsOf(snapshot);
  const shown = contradictions.slice(0, room.differences);
  const [title] = runsOf(report.title, pen);
  const left = snapshot.commitments.length - room.commitments;
  const subjects = snapshot.commitments.flatMap((commitment) => [commitment, ...flatMilestones(commitment.milestones).map(({ milestone }) => milestone)]);
  const independent = subjects.some(({ assessments }) => assessments.some(({ voice }) => voice === "independent"));
  // Where nobody has spoken, or one voice alone, nobody agrees with anybody.
  const comparable = subjects.some(({ update, assessments }) => new Set([...(update ? ["agency"] : []), ...assessments.map(({ voice }) => voice)]).size > 1);
  const nothing = contradictions.length ? "seeReport" : !comparable ? "nothingToCompare" : independent ? "noDifferences" : "noIndependent";
  return {
    locale, kind: say("report-files.summary.kind", { kind: say(`reports.kind.${report.kind}`) }), title: title ? { ...title, text: shortened(title.text, 160) } : run(say(`reports.kind.${report.kind}`)),
    author: runsOf(plan.secretariat.name, pen)[0]?.text ?? "", date: dateParts(report.publishedAt), version: versionInWords(pen),
    sentences: summarySentences(pen),
    charts: (["progress", "fulfilment"] as const).flatMap((axis) => chartOf(axis, "commitments", pen) ?? []),
    table: summaryTable(pen, contradictions, room),
    more: left > 0 ? say("report-files.summary.more", { count: left }) : null,
    differences: {
      heading: say("report-files.summary.differences"),
      lines: shown.length ? contradictionLines(shown, pen, room.titles) : [[run(say(`report-files.summary.${nothing}`, { count: contradictions.length }))]],
      more: shown.length && contradictions.length > shown.length ? say("report-files.summary.moreDifferences", { count: contradictions.length - shown.length }) : null,
    },
    links: leadingLinks(pen, source),
  };
}
