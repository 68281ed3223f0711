import { getPublishedCommitment } from "#lib/plans/commitments/queries.ts";
import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { shortPath, typedAddress } from "#lib/record/permanent-addresses/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { PageCache } from "#lib/platform/server/page-cache.ts";
import { drawOnce } from "#lib/reports/files/kept-drawings.ts";
import type { Poster } from "#lib/reports/files/poster.ts";

/** A poster, and what the page around it says. */
interface PosterView extends Poster {
  plan: { text: string; lang: string };
  /** "Commitment" or "Activity", by its code and in words. */
  kind: string;
  word: string;
}

/** The poster of a commitment of a public plan; null when there is none. */
export async function findPoster(planSlug: string, slug: string, locale: Locale, at: Date): Promise<PosterView | null> {
  const commitment = await getPublishedCommitment(planSlug, slug, at);
  if (!commitment) return null;
  const { plan, number, code, lead, standing, removedAt, plainSummary } = commitment;
  const say = await translatorFor(locale);
  const kind = plan.vocabulary;
  const textOf = (text: Localized | null) => localize(text, locale)?.text ?? "";
  const plain = localize(plainSummary, locale);
  const deadline = standing.deadline ? formatPartialDate(standing.deadline.due, locale) : say("ui.notStated");
  return {
    locale, number, kind, word: say(`commitments.kind.${kind}`), plan: localize(plan.title, locale) ?? { text: plan.slug, lang: locale },
    site: say("layout.name"), eyebrow: [say(`commitments.kind.${kind}`), textOf(plan.title)].join(" · "),
    title: localize(commitment.title, locale) ?? { text: say("commitments.untitledShort"), lang: locale },
    summary: plain ? plain.text.split(/\n\s*\n/).map((text) => ({ text, lang: plain.lang })) : [],
    facts: [
      { name: say("posters.who"), value: textOf(lead.name) }, { name: say("posters.when"), value: deadline },
      ...(removedAt ? [{ name: say("posters.removed"), value: formatDate(removedAt, locale) }] : []),
    ],
    call: say("posters.call", { kind }), code: say("posters.code"), target: publicUrl(shortPath(code, locale)), address: typedAddress(publicUrl(shortPath(code))),
  };
}

/** Read at most once a minute; of those that nobody asked for lately, eight at a time. */
const posters = new PageCache({
  freshFor: 60_000, sentAtOnceFor: 600_000, maxBytes: 16 * 1024 * 1024,
  render: async (key) => {
    const [locale, plan = "", slug = ""] = key.split("/");
    const poster = await findPoster(plan, slug, locale as Locale, now());
    return { status: poster ? 200 : 404, headers: {}, body: poster ? await drawOnce({ format: "poster", poster }) : Buffer.alloc(0), compressed: Buffer.alloc(0) };
  },
});

/** The poster as a PDF; null when there is none. Throws DomainError UNAVAILABLE when too many are to be drawn at once. */
export async function getPosterFile(plan: string, slug: string, locale: Locale): Promise<Buffer | null> {
  const { page } = await posters.get([locale, plan, slug].join("/"));
  return page.status === 200 ? page.body : null;
}
