/** The sections of every report in the order in which they stand unless the Secretariat moves them; `text` is one of its own. */
export const sectionKinds = ["introduction", "process", "summary", "commitments", "lessons", "annexes", "text"] as const;
export type SectionKind = (typeof sectionKinds)[number];
