import type { Locale } from "#lib/record/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import type { SectionKind } from "#lib/reports/sections/schema.ts";
import type { Snapshot, SnapshotSection } from "#lib/reports/snapshots/schema.ts";
import { annexBlocks } from "./annex-blocks.ts";
import { commitmentBlocks } from "./commitment-blocks.ts";
import { coverBlocks, planBlocks, versionAddress, versionInWords } from "./cover-blocks.ts";
import { reportPen, type ReportPen } from "./evidence-blocks.ts";
import { eventBlocks } from "./process-blocks.ts";
import { richBlocks } from "./rich-blocks.ts";
import type { Block, ReportDocument, ReportSource } from "./schema.ts";
import { sectionHeading, sectionsOf } from "./section-blocks.ts";
import { figureBlocks } from "./summary-blocks.ts";
import { run, runsOf, sentence } from "./writing.ts";

/** Everything the report shows, in its order, in the words of one language. */
export function reportDocument(snapshot: Snapshot, source: ReportSource, say: Say, locale: Locale): ReportDocument {
  const pen = reportPen({ locale, say, site: source.site }, snapshot);
  const { report, plan } = snapshot;
  const kind = say(`reports.kind.${report.kind}`);
  return {
    locale, kind,
    title: runsOf(report.title, pen)[0] ?? run(kind),
    version: versionInWords(pen),
    author: runsOf(plan.secretariat.name, pen)[0]?.text ?? "",
    publishedAt: report.publishedAt,
    address: versionAddress(pen),
    sha256: source.sha256,
    cover: coverBlocks(source, pen),
    body: sectionsOf(snapshot).flatMap((section) => sectionBlocks(section, pen)),
    words: { contents: say("report-files.contents"), page: say("report-files.page", { page: "{page}", pages: "{pages}" }) },
  };
}

/** What the record says in each section beside the Secretariat's own text. */
const recorded: Record<SectionKind, (pen: ReportPen) => Block[]> = {
  introduction: planBlocks,
  process: eventBlocks,
  summary: figureBlocks,
  commitments: commitmentBlocks,
  lessons: () => [],
  annexes: annexBlocks,
  text: () => [],
};

function sectionBlocks(section: SnapshotSection, pen: ReportPen): Block[] {
  const own = richBlocks(section.body, 1, pen);
  const record = recorded[section.kind](pen);
  const empty = own.length + record.length === 0 ? [sentence(pen.say("report-files.empty"), "note")] : [];
  return [
    { type: "heading", level: 1, id: `section-${section.key.replace(":", "-")}`, number: null, content: sectionHeading(section, pen) },
    ...own, ...record, ...empty,
  ];
}
