import type { EvidenceDoors } from "#components/evidence/evidence-doors.ts";
import type { Answer } from "#lib/platform/answers.ts";
import type { Outcome } from "#lib/boards/period-work/schema.ts";
import type { SavedAnswer } from "#lib/reporting/actions.ts";
import type { UpdateForm } from "#lib/reporting/queries.ts";

/** The ways into the record: the same screen works with an account and by a mailed link. Every one decides again who may. */
export interface Doors {
  /** Whose words the browser keeps until they are saved: an account or a link. */
  owner: string;
  save: (raw: unknown) => Promise<Answer<SavedAnswer>>;
  load: (raw: unknown) => Promise<Answer<UpdateForm["working"]>>;
  send: (raw: unknown) => Promise<Answer<Outcome[]>>;
  noProgress: (raw: unknown) => Promise<Answer<Outcome[]>>;
  evidence: EvidenceDoors;
}
