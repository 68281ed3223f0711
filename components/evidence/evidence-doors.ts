import { addEvidenceLinkAction } from "#lib/evidence/actions.ts";
import type { Answer } from "#lib/platform/answers.ts";

/** How evidence gets in and out: with an account, or by a mailed link. */
export interface EvidenceDoors {
  /** Where files are posted and had. */
  files: string;
  addLink: (raw: unknown) => Promise<Answer<{ id: string; url: string }>>;
}

/** For those who are signed in. */
export const doorsWithAccount: EvidenceDoors = { files: "/api/evidence", addLink: addEvidenceLinkAction };
