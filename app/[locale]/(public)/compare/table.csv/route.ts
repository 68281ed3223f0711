import { getComparisonChoices, listCompared } from "#lib/figures/comparisons/queries.ts";
import { fileOf, settled, tableOf } from "#lib/figures/comparisons/rules.ts";
import { comparisonSchema } from "#lib/figures/comparisons/schema.ts";
import { localeSchema } from "#lib/record/localized/schema.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { csvLine } from "#lib/sheets/csv.ts";

/** The figures of a comparison, all rows of it, under the same address as its page. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = localeSchema.safeParse((await params).locale).data;
  if (!locale) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const asked = comparisonSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [say, choices] = await Promise.all([translatorFor(locale), getComparisonChoices(asked.plan)]);
  const comparison = settled(asked, choices);
  const table = tableOf(await listCompared(comparison, now()), comparison, choices.scales, locale, { all: true });
  const body = `\ufeff${fileOf(table, locale, say).map(csvLine).join("")}`;
  return answerWith(request, body, { ...openHeaders, "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="compare-${comparison.by}-${locale}.csv"`, "Cache-Control": "public, max-age=300" });
}
