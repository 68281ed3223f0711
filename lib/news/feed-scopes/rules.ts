import type { Localized } from "#lib/record/localized/schema.ts";
import type { FeedScope } from "./schema.ts";

/** True for what gathers single commitments out of plans: reports, meetings and steps of whole plans are not its news. */
export function isOfCommitments({ commitment, area, sdg }: FeedScope): boolean {
  return [commitment, area, sdg].some((part) => part !== undefined);
}

/** The number of an SDG; null for what can be none, so that nothing is asked for by it. */
export function sdgNumber(sdg: string): number | null {
  return /^([1-9]|1[0-7])$/.test(sdg) ? Number(sdg) : null;
}

/** "5. Portal" in each language; the number alone where the source states no title. */
export function numbered(number: string, title: Localized | null): Localized {
  const texts = Object.entries(title ?? {}).map(([locale, text]) => [locale, `${number}. ${text}`]);
  return texts.length > 0 ? (Object.fromEntries(texts) as Localized) : { ka: number, en: number };
}
