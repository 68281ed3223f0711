import type { Localized } from "#lib/record/localized/schema.ts";

/** What a preview shows of a plan file that may still lack anything. */
export interface PreviewedLine {
  number?: string;
  title?: Localized;
  description?: Localized;
  startsOn?: string;
  endsOn?: string;
  lead?: string;
  coResponsible?: string[];
  partners?: string[];
  indicators?: { code?: string; text: Localized }[];
  verificationSources?: { text: Localized }[];
  budget?: { amount?: number; currency?: string; programmeCode?: string; noAdditionalCost?: boolean; statedText?: Localized }[];
  expectedOutcome?: Localized;
  milestones?: PreviewedLine[];
}

export interface PreviewedFile {
  organisations: { key: string; name: Localized }[];
  parts: { key: string; number?: string; title?: Localized }[];
  commitments: (PreviewedLine & { part?: string })[];
}
