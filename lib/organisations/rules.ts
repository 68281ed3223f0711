import type { ListedOrganisation } from "#lib/organisations/queries.ts";
import { localize, type Locale } from "#lib/record/localized/schema.ts";
import { pageOf } from "#lib/record/pages/rules.ts";

/** Organisations on one page of the register. */
export const registerPageSize = 100;

/** One page of the register (out of range: the nearest): by kind, of each kind in the order of the reader's alphabet. */
export function registerPageOf(organisations: readonly ListedOrganisation[], wanted: number, locale: Locale): { page: number; pages: number; kinds: ListedOrganisation[][] } {
  const { page, pages, window } = pageOf(organisations.length, registerPageSize, wanted);
  const { compare } = new Intl.Collator(locale);
  const name = (organisation: ListedOrganisation) => localize(organisation.name, locale)?.text ?? organisation.slug;
  const sorted = [...byKind(organisations.toSorted((a, b) => compare(name(a), name(b))))].flat();
  return { page, pages, kinds: byKind(sorted.slice(window.skip, window.skip + window.take)) };
}

function byKind(organisations: readonly ListedOrganisation[]): ListedOrganisation[][] {
  return [...Map.groupBy(organisations, ({ kind }) => kind.code).values()];
}
