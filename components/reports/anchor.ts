import type { NamedSection } from "#lib/reports/snapshots/rules.ts";

/** The anchor of a commitment, or of one of its milestones, in a report: `commitment-zugdidi-5-5.2`. */
export function anchorOf(commitment: { slug: string }, milestone?: string): string {
  return ["commitment", commitment.slug, milestone].filter(Boolean).join("-");
}

/** The anchor of a section: `introduction`, `text-<uuid>`, or a commitment's. */
export function anchorOfSection({ key, slug }: Pick<NamedSection, "key" | "slug">): string {
  return slug ? anchorOf({ slug }) : key.replace(":", "-");
}
