import type { FieldsOf, ListedEntity } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";

/** An organisation of the record. */
export interface KnownOrganisation {
  id: string;
  slug: string;
  name: Localized;
}

/** An organisation that a file names, and the one of the record that it is taken for. */
export interface OrganisationMatch {
  key: string;
  /** As the file calls it. */
  name: Localized;
  kind: string;
  /** As the file says it: slug of the municipality that it is a body of. */
  municipality?: string | undefined;
  /** The record's; of one that will be added, the id that it will get. */
  id: string;
  /** The record's, which keeps its name; null: it will be added. */
  known: KnownOrganisation | null;
  /** How it was recognised. */
  by: "key" | "name" | null;
}

/** Something of a plan file in the words in which the record is edited. */
export interface FileEntry<E extends ListedEntity = ListedEntity> {
  entity: E;
  /** Where it stands in the file: `commitments[0].milestones[2]`. */
  path: string;
  /** Organisations by the record's ids; indicators and sources without theirs. */
  fields: FieldsOf<E>;
  /** The part, or the outer milestone, that it stands in. */
  parent: FileEntry | null;
  /** The commitment of a milestone. */
  commitment: FileEntry<"commitment"> | null;
}

/** A plan file, flat: lists in the order of the plan, what is nested right behind what holds it. */
export interface PlanEntries {
  plan: FieldsOf<"plan">;
  legalActs: FileEntry<"legal_act">[];
  parts: FileEntry<"part">[];
  commitments: FileEntry<"commitment">[];
  milestones: FileEntry<"milestone">[];
}
