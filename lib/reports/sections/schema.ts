import { z } from "zod";
import { localizedSchema, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { localizedRichTextSchema } from "#lib/record/rich-text/schema.ts";

/** The sections of every report in the order in which they stand unless the Secretariat moves them; `text` is one of its own. */
export const sectionKinds = ["introduction", "process", "summary", "commitments", "lessons", "annexes", "text"] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** The sections that every report has; each is its own key. */
export const standingSections = ["introduction", "process", "summary", "commitments", "lessons", "annexes"] as const satisfies readonly SectionKind[];
export type StandingSection = (typeof standingSections)[number];

/** Sections of its own that a report may have. */
export const mostOwnSections = 50;

const id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const ownKey = new RegExp(`^text:${id}$`);
const anyKey = new RegExp(`^(${standingSections.join("|")}|(text|commitment):${id})$`);

/** introduction | … | annexes | text:<uuid> of the Secretariat's own | commitment:<id>, which is inside `commitments`. */
export const sectionKeySchema = z.string().regex(anyKey, "unknownChoice");
export const ownSectionKeySchema = z.string().regex(ownKey, "unknownChoice");

/** Keys in the order in which the sections stand, as it is kept and as a page has seen it. */
export const sectionOrderSchema = z.array(z.string().max(100)).max(standingSections.length + mostOwnSections);

const place = { reportId: z.uuid(), key: sectionKeySchema };

/** `version` null: nothing was written there yet. The heading counts for a section of the Secretariat's own alone. */
export const saveSectionSchema = z.object({ ...place, version: z.int().positive().nullable(), heading: optionalLocalizedSchema(300).default({}), body: localizedRichTextSchema });
export type SaveSectionInput = z.infer<typeof saveSectionSchema>;

/** `to`: the place from 0 at which the section is to stand; `seen`: the order that the person looked at. */
export const moveSectionSchema = z.object({ ...place, to: z.int().min(0), seen: sectionOrderSchema });
export type MoveSectionInput = z.infer<typeof moveSectionSchema>;

/** The page chooses the key, so that a request that is sent twice adds one section. */
export const addSectionSchema = z.object({ reportId: z.uuid(), key: ownSectionKeySchema, heading: localizedSchema(300) });
export type AddSectionInput = z.infer<typeof addSectionSchema>;

export const removeSectionSchema = z.object({ reportId: z.uuid(), key: ownSectionKeySchema, version: z.int().positive() });
export type RemoveSectionInput = z.infer<typeof removeSectionSchema>;

export const sectionPlaceSchema = z.object(place);

/** A saved section. `version` is what its next save has to name, `reportVersion` what the next step of the report has to. */
export interface SavedSection {
  version: number;
  reportVersion: number;
  savedAt: Date;
}

/** The order of the sections after a change. */
export interface SavedOrder {
  order: string[];
  reportVersion: number;
}
