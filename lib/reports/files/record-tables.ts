import { flatMilestones, secretariatAssessment } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";
import {
  dayIn, evidenceCells, evidenceColumns, irmIn, numberIn, partIn, placeCells, placeColumns, placesOf, textIn, textsIn, yesNo, type DataRow, type DataTable, type Place, type Telling,
} from "./table-cells.ts";

const subjectColumns = ["description", "startsOn", "endsOn", "lead", "coResponsible", "partners", "progress", "secretariatGrade"] as const;

/** What a commitment and a milestone have in common. The two axes stand beside each other, each in its own column. */
function subjectCells(telling: Telling, subject: SnapshotSubject): DataRow {
  const { description, startsOn, endsOn, lead, partners, update, assessments } = subject;
  const named = (role: string) => textsIn(telling, partners.filter((partner) => partner.role === role).map(({ organisation }) => organisation.name));
  return {
    description: textIn(telling, description), startsOn, endsOn, lead: textIn(telling, lead.name), coResponsible: named("co_responsible"), partners: named("partner"),
    progress: telling.say(`status.progress.${update?.progress ?? "not_reported"}`), secretariatGrade: textIn(telling, secretariatAssessment(assessments)?.grade?.label),
  };
}

function commitmentsTable(snapshot: Snapshot, telling: Telling): DataTable {
  const columns = [
    "part", "commitmentKey", "number", "title", "plainSummary", ...subjectColumns.slice(0, 1), "expectedOutcome", ...subjectColumns.slice(1), "thematicAreas", "sdgs", "milestonesCompleted", "milestonesTotal", "sourceNote",
  ];
  const rows = snapshot.commitments.map((commitment): DataRow => {
    const milestones = flatMilestones(commitment.milestones).map(({ milestone }) => milestone);
    return {
      ...subjectCells(telling, commitment), part: partIn(telling, snapshot, commitment.partId), commitmentKey: commitment.slug, number: commitment.number, title: textIn(telling, commitment.title),
      plainSummary: textIn(telling, commitment.plainSummary), expectedOutcome: textIn(telling, commitment.expectedOutcome), sourceNote: textIn(telling, commitment.sourceNote),
      thematicAreas: textsIn(telling, commitment.thematicAreas.map(({ label }) => label)), sdgs: commitment.sdgs.map(({ number, label }) => `${number}. ${textIn(telling, label)}`).join("; ") || null,
      milestonesCompleted: milestones.filter(({ update }) => update?.progress === "completed").length, milestonesTotal: milestones.length,
    };
  });
  return { name: "commitments", columns, rows };
}

function milestonesTable(snapshot: Snapshot, telling: Telling): DataTable {
  const rows = placesOf(snapshot).flatMap(({ commitment, milestone, parent }): DataRow[] =>
    milestone ? [{ ...subjectCells(telling, milestone), commitmentKey: commitment.slug, commitment: commitment.number, parent: parent?.number ?? null, number: milestone.number, title: textIn(telling, milestone.title) }] : [],
  );
  return { name: "milestones", columns: ["commitmentKey", "commitment", "parent", "number", "title", ...subjectColumns], rows };
}

/** One table of what hangs on commitments and milestones alike: a row for each entry of each subject. */
function hanging(snapshot: Snapshot, name: string, columns: readonly string[], rowsOf: (subject: SnapshotSubject, place: Place) => DataRow[]): DataTable {
  const rows = placesOf(snapshot).flatMap((place) => rowsOf(place.milestone ?? place.commitment, place).map((row) => ({ ...placeCells(place), ...row })));
  return { name, columns: [...placeColumns, ...columns], rows };
}

function indicatorsTable(snapshot: Snapshot, telling: Telling): DataTable {
  return hanging(snapshot, "indicators", ["code", "indicator", "baseline", "target", "actual", "unit", "actualText"], ({ indicators }) =>
    indicators.map(({ code, text, baseline, target, unit, actual }) => ({
      code, indicator: textIn(telling, text), baseline: numberIn(baseline), target: numberIn(target), actual: numberIn(actual?.value), unit: textIn(telling, unit), actualText: textIn(telling, actual?.text),
    })),
  );
}

function updatesTable(snapshot: Snapshot, telling: Telling): DataTable {
  return hanging(snapshot, "updates", ["organisation", "progress", "noProgress", "result", "reasons", "acceptedOn"], ({ update }) =>
    update
      ? [{
          organisation: textIn(telling, update.organisation.name), progress: telling.say(`status.progress.${update.progress}`), noProgress: yesNo(telling, update.noProgress),
          result: textIn(telling, update.result), reasons: textIn(telling, update.reasons), acceptedOn: dayIn(update.acceptedAt),
        }]
      : [],
  );
}

function assessmentsTable(snapshot: Snapshot, telling: Telling): DataTable {
  const irmColumns = ["irmCompletion", "irmVerifiable", "irmPotential", "irmEarlyResults"];
  const answerColumns = ["answeredBy", "answer", "answeredOn"];
  return hanging(snapshot, "assessments", ["voice", "organisation", "grade", ...irmColumns, "narrative", "publishedOn", ...answerColumns], ({ assessments }) =>
    assessments.map(({ voice, organisation, grade, irm, narrative, publishedAt, answer }) => ({
      voice: telling.say(`status.voice.${voice}`), organisation: textIn(telling, organisation.name), grade: textIn(telling, grade?.label), irmCompletion: irmIn(telling, irm.completion),
      irmVerifiable: irmIn(telling, irm.verifiable), irmPotential: irmIn(telling, irm.potential), irmEarlyResults: irmIn(telling, irm.earlyResults), narrative: textIn(telling, narrative),
      publishedOn: dayIn(publishedAt), answeredBy: textIn(telling, answer?.organisation.name), answer: textIn(telling, answer?.text), answeredOn: dayIn(answer?.publishedAt),
    })),
  );
}

function evidenceTable(snapshot: Snapshot, telling: Telling): DataTable {
  return hanging(snapshot, "evidence", ["evidenceOf", "organisation", ...evidenceColumns, "verificationSource"], (subject) => {
    const voices = [...(subject.update ? [{ ...subject.update, voice: "agency" }] : []), ...subject.assessments];
    return voices.flatMap(({ voice, organisation, evidence }) =>
      evidence.map((piece) => ({
        evidenceOf: telling.say(`status.voice.${voice}`), organisation: textIn(telling, organisation.name), ...evidenceCells(telling, piece),
        verificationSource: textIn(telling, subject.verificationSources.find(({ id }) => id === piece.verificationSourceId)?.text),
      })),
    );
  });
}

function sourcesTable(snapshot: Snapshot, telling: Telling): DataTable {
  return hanging(snapshot, "verificationSources", ["verificationSource", "attached"], ({ verificationSources, update }) =>
    verificationSources.map(({ id, text }) => ({ verificationSource: textIn(telling, text), attached: (update?.evidence ?? []).filter((piece) => piece.verificationSourceId === id).length })),
  );
}

function budgetTable(snapshot: Snapshot, telling: Telling): DataTable {
  return hanging(snapshot, "budget", ["amount", "currency", "programmeCode", "fundingSource", "noAdditionalCost", "statedText"], ({ budget }) =>
    budget.map(({ amount, currency, programmeCode, fundingSource, noAdditionalCost, statedText }) => ({
      amount: numberIn(amount), currency, programmeCode, fundingSource: textIn(telling, fundingSource), noAdditionalCost: yesNo(telling, noAdditionalCost), statedText: textIn(telling, statedText),
    })),
  );
}

/** The plan's commitments and what was said of them in the period. */
export function recordTables(snapshot: Snapshot, telling: Telling): DataTable[] {
  return [commitmentsTable, milestonesTable, indicatorsTable, updatesTable, assessmentsTable, evidenceTable, sourcesTable, budgetTable].map((table) => table(snapshot, telling));
}
