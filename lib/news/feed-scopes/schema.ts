/**
 * What a feed, a calendar or a following is about: everything, or what has the parts of its address that are named here.
 * A commitment is named together with its plan.
 */
export interface FeedScope {
  /** Slugs. */
  plan?: string;
  commitment?: string;
  organisation?: string;
  municipality?: string;
  /** Code of a thematic area. */
  area?: string;
  /** Number of an SDG. */
  sdg?: string;
}
