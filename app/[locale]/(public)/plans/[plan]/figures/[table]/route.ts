import { figureCsv } from "#components/figures/told-figure.ts";
import { localeSchema } from "#lib/record/localized/schema.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { getPlanTable } from "#lib/figures/plan-figures/queries.ts";
import { parseFigureAsk, planTables } from "#lib/figures/plan-figures/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";

const missing = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });

/** One table of a plan's figures as CSV: exactly the numbers that its chart and its table show. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; plan: string; table: string }> }): Promise<Response> {
  const { plan, table: file, locale: asked } = await params;
  const locale = localeSchema.safeParse(asked).data;
  const table = planTables.find((name) => `${name}.csv` === file);
  const figure = locale && table ? await getPlanTable(plan, table, parseFigureAsk(Object.fromEntries(new URL(request.url).searchParams)), now()) : null;
  if (!locale || !figure) return missing();
  return answerWith(request, figureCsv(figure, locale, await translatorFor(locale)), { ...openHeaders, "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "public, max-age=300" });
}
