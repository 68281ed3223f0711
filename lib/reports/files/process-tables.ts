import type { Snapshot, SnapshotEvent } from "#lib/reports/snapshots/schema.ts";
import { dayIn, evidenceCells, evidenceColumns, textIn, yesNo, type DataRow, type DataTable, type Telling } from "./table-cells.ts";

type Place = { event: SnapshotEvent; cells: DataRow };

const eventColumns = ["event", "eventOn"] as const;

function placesOf({ events }: Snapshot, telling: Telling): Place[] {
  return events.map((event) => ({ event, cells: { event: textIn(telling, event.title), eventOn: event.startsOn } }));
}

function eventsTable({ events }: Snapshot, telling: Telling): DataTable {
  const rows = events.map((event) => ({
    eventKey: event.slug, eventKind: telling.say(`status.eventKind.${event.kind}`), title: textIn(telling, event.title), group: textIn(telling, event.group), startsOn: event.startsOn, endsOn: event.endsOn,
    cancelled: yesNo(telling, event.cancelled), cancelReason: textIn(telling, event.cancelReason), presentsResults: yesNo(telling, event.presentsResults), place: textIn(telling, event.place), url: event.url, summary: textIn(telling, event.summary),
    agenda: textIn(telling, event.agenda), minutes: textIn(telling, event.minutes),
  }));
  return { name: "events", columns: ["eventKey", "eventKind", "title", "group", "startsOn", "endsOn", "cancelled", "cancelReason", "presentsResults", "place", "url", "summary", "agenda", "minutes"], rows };
}

function attendanceTable(snapshot: Snapshot, telling: Telling): DataTable {
  const rows = placesOf(snapshot, telling).flatMap(({ event, cells }) =>
    event.attendance.map(({ sector, organisation, name, people }) => ({ ...cells, sector: telling.say(`status.sector.${sector}`), organisation: textIn(telling, organisation?.name), participant: textIn(telling, name), people })),
  );
  return { name: "attendance", columns: [...eventColumns, "sector", "organisation", "participant", "people"], rows };
}

function decisionsTable(snapshot: Snapshot, telling: Telling): DataTable {
  const rows = placesOf(snapshot, telling).flatMap(({ event, cells }) => event.decisions.map(({ number, text }) => ({ ...cells, number, decision: textIn(telling, text) })));
  return { name: "decisions", columns: [...eventColumns, "number", "decision"], rows };
}

function recommendationsTable(snapshot: Snapshot, telling: Telling): DataTable {
  const rows = placesOf(snapshot, telling).flatMap(({ event, cells }) =>
    event.recommendations.map(({ number, text, addressee, dueOn, response, fulfilment }) => ({
      ...cells, number, recommendation: textIn(telling, text), addressee: textIn(telling, addressee.name), dueOn, disposition: response ? telling.say(`status.disposition.${response.disposition}`) : null,
      answer: textIn(telling, response?.text), answeredOn: dayIn(response?.respondedAt), fulfilledOn: fulfilment?.on ?? null, fulfilment: textIn(telling, fulfilment?.text),
    })),
  );
  return { name: "recommendations", columns: [...eventColumns, "number", "recommendation", "addressee", "dueOn", "disposition", "answer", "answeredOn", "fulfilledOn", "fulfilment"], rows };
}

function eventEvidenceTable(snapshot: Snapshot, telling: Telling): DataTable {
  const rows = placesOf(snapshot, telling).flatMap(({ event, cells }) => [
    ...event.evidence.map((piece) => ({ ...cells, recommendationNumber: null, ...evidenceCells(telling, piece) })),
    ...event.recommendations.flatMap(({ number, fulfilment }) => (fulfilment?.evidence ?? []).map((piece) => ({ ...cells, recommendationNumber: number, ...evidenceCells(telling, piece) }))),
  ]);
  return { name: "eventEvidence", columns: [...eventColumns, "recommendationNumber", ...evidenceColumns], rows };
}

/** What happened around the plan in the period. */
export function processTables(snapshot: Snapshot, telling: Telling): DataTable[] {
  return [eventsTable, attendanceTable, decisionsTable, recommendationsTable, eventEvidenceTable].map((table) => table(snapshot, telling));
}
