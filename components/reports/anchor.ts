/** The anchor of a commitment, or of one of its milestones, in a report: `commitment-zugdidi-5-5.2`. */
export function anchorOf(commitment: { slug: string }, milestone?: string): string {
  return ["commitment", commitment.slug, milestone].filter(Boolean).join("-");
}
