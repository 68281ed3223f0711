import type { Snapshot, SnapshotSection, SnapshotTally } from "#lib/reports/snapshots/schema.ts";
import { vocabularyOf } from "./evidence-blocks.ts";
import { proseRows } from "./prose.ts";
import type { ReportSource } from "./schema.ts";
import { dayIn, irmIn, textIn, type DataCell, type DataRow, type DataTable, type Telling } from "./table-cells.ts";

/** What the report is: one fact a row. */
export function aboutTable({ format, report, plan, period }: Snapshot, source: ReportSource, telling: Telling): DataTable {
  const { say } = telling;
  const facts: Record<string, DataCell> = {
    title: textIn(telling, report.title), reportKind: say(`reports.kind.${report.kind}`), version: report.version, stage: say(`status.reportStage.${report.stage}`), reason: textIn(telling, report.reason),
    publishedOn: dayIn(report.publishedAt), consultationOpensOn: report.consultation?.opensOn ?? null, consultationEndsOn: report.consultation?.endsOn ?? null,
    address: `${source.site}/${telling.locale}/reports/${report.slug}/versions/${report.version}`, checksum: source.sha256, format,
    period: textIn(telling, period.label), periodKind: say(`status.periodKind.${period.kind}`), periodStartsOn: period.startsOn, periodEndsOn: period.endsOn,
    plan: textIn(telling, plan.title), planKey: plan.slug, level: say(`status.planLevel.${plan.level}`), country: plan.countryCode, locality: textIn(telling, plan.locality),
    planStartsOn: plan.startsOn, planEndsOn: plan.endsOn, secretariat: textIn(telling, plan.secretariat.name), scale: textIn(telling, plan.scale.label),
  };
  return { name: "about", columns: ["fact", "value"], rows: Object.entries(facts).map(([key, value]) => ({ fact: say(`report-tables.facts.${key}`), value })) };
}

/** Counts by each axis; what is missing has its own line, so that they add up to the total. */
export function summaryTable(snapshot: Snapshot, telling: Telling): DataTable {
  const { say } = telling;
  const { summary } = snapshot;
  const kind = vocabularyOf(snapshot);
  const rowsOf = (counted: string, tally: SnapshotTally): DataRow[] => {
    const progress = [...tally.progress, { status: "not_reported", count: tally.notReported }].map(({ status, count }) => ({ axis: say("status.axes.progress"), state: say(`status.progress.${status}`), count }));
    const fulfilment = [...tally.fulfilment.map(({ label, count }) => ({ state: textIn(telling, label), count })), { state: say("reports.summary.notAssessed"), count: tally.notAssessed }];
    return [...progress, ...fulfilment.map((line) => ({ axis: say("status.axes.fulfilment"), ...line }))].map((line) => ({ counted, ...line, total: tally.total }));
  };
  return {
    name: "summary", columns: ["counted", "axis", "state", "count", "total"],
    rows: [...rowsOf(say(`reports.document.many.${kind}`), summary.commitments), ...rowsOf(say(`report-tables.parts.${kind}`), summary.milestones)],
  };
}

export function legalActsTable({ plan }: Snapshot, telling: Telling): DataTable {
  const rows = plan.legalActs.map(({ kind, number, date, issuingBody, title, url }) => ({ actKind: textIn(telling, kind), number, date, issuingBody: textIn(telling, issuingBody), title: textIn(telling, title), url }));
  return { name: "legalActs", columns: ["actKind", "number", "date", "issuingBody", "title", "url"], rows };
}

export function partsTable({ parts }: Snapshot, telling: Telling): DataTable {
  const rows = parts.map(({ parentId, kind, number, title, description, note }) => {
    const parent = parts.find(({ id }) => id === parentId);
    return {
      parent: parent ? (parent.number ?? textIn(telling, parent.title)) : null, partKind: telling.say(`status.partKind.${kind}`), number, title: textIn(telling, title),
      description: textIn(telling, description), note: textIn(telling, note),
    };
  });
  return { name: "parts", columns: ["parent", "partKind", "number", "title", "description", "note"], rows };
}

/** The Secretariat's scale, the worst first, with what each step was read as on IRM's. */
export function scaleTable({ plan, crosswalk }: Snapshot, telling: Telling): DataTable {
  const rows = plan.scale.grades.map(({ code, label, rank, fulfilled }) => {
    const entry = crosswalk?.entries.find(({ grade }) => grade === code);
    return {
      code, grade: textIn(telling, label), rank, fulfilled: telling.say(`report-tables.${fulfilled ? "yes" : "no"}`), irmCompletion: irmIn(telling, entry?.completion ?? null),
      crosswalkNumber: crosswalk?.number ?? null, crosswalkOn: dayIn(crosswalk?.recordedAt),
    };
  });
  return { name: "scale", columns: ["code", "grade", "rank", "fulfilled", "irmCompletion", "crosswalkNumber", "crosswalkOn"], rows };
}

/** What the Secretariat wrote, a row a paragraph, list item or row of a table. */
export function textsTable(snapshot: Snapshot, telling: Telling): DataTable {
  const own = snapshot.sections.flatMap((section) => {
    const prose = proseRows(telling, section.body);
    return (prose.length > 0 ? prose : section.heading ? [{}] : []).map((row) => ({ section: sectionTitle(snapshot, section, telling), ...row }));
  });
  const ofCommitments = snapshot.commitments.flatMap(({ slug, narrative }) =>
    proseRows(telling, narrative).map((row) => ({ section: telling.say(`reports.document.many.${vocabularyOf(snapshot)}`), commitmentKey: slug, ...row })),
  );
  return { name: "texts", columns: ["section", "commitmentKey", "textKind", "text"], rows: [...own, ...ofCommitments] };
}

/** What a section is called, as the report calls it. */
function sectionTitle(snapshot: Snapshot, { kind, heading }: SnapshotSection, telling: Telling): string | null {
  if (kind === "text") return textIn(telling, heading);
  return telling.say(kind === "commitments" ? `reports.document.many.${vocabularyOf(snapshot)}` : `report-files.sections.${kind}`);
}

/** The section that a comment is about: by its heading, or the commitment by its number and title. */
function sectionIn(snapshot: Snapshot, telling: Telling, key: string | null): string | null {
  const { sections, commitments } = snapshot;
  const section = sections.find((other) => other.key === key);
  if (section) return sectionTitle(snapshot, section, telling);
  const commitment = commitments.find(({ id }) => key === `commitment:${id}`);
  return commitment ? [commitment.number, textIn(telling, commitment.title)].filter(Boolean).join(". ") : key;
}

export function commentsTable(snapshot: Snapshot, telling: Telling): DataTable {
  const { say } = telling;
  const rows = (snapshot.comments?.published ?? []).map(({ author, body, locale, publishedAt, reportVersion, sectionKey, response }) => ({
    author: author ?? say("comments.anonymous"), comment: body, language: say(`ui.languages.${locale}`), publishedOn: dayIn(publishedAt), reportVersion,
    section: sectionIn(snapshot, telling, sectionKey),
    answeredBy: textIn(telling, response?.organisation.name), disposition: response ? say(`status.disposition.${response.disposition}`) : null,
    answer: textIn(telling, response?.text), answeredOn: dayIn(response?.publishedAt),
  }));
  return { name: "comments", columns: ["author", "publishedOn", "reportVersion", "section", "language", "comment", "answeredBy", "disposition", "answer", "answeredOn"], rows };
}

/** How many comments were not published, by the moderator's reason. */
export function refusedTable({ comments }: Snapshot, { say }: Telling): DataTable {
  return { name: "refused", columns: ["refusedFor", "count"], rows: (comments?.refused ?? []).map(({ code, count }) => ({ refusedFor: say(`comments.reason.${code}`), count })) };
}
