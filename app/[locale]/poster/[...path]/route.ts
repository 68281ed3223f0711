import { localeSchema } from "#lib/record/localized/schema.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { getPosterFile } from "#lib/open-data/posters/queries.ts";

const nothing = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store", ...(status === 503 ? { "Retry-After": "30" } : {}) } });

/** The poster of a commitment as a PDF: `/ka/poster/plans/georgia-2018-2019/commitments/zugdidi-5.pdf`. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; path: string[] }> }): Promise<Response> {
  const { locale: asked, path } = await params;
  const locale = localeSchema.safeParse(asked).data;
  const [, plan, commitment] = /^plans\/([a-z0-9-]{1,200})\/commitments\/([a-z0-9-]{1,200})\.pdf$/.exec(path.join("/")) ?? [];
  if (!locale || !plan || !commitment) return nothing(404);
  try {
    const pdf = await getPosterFile(plan, commitment, locale);
    const headers = { ...openHeaders, "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${plan}-${commitment}-${locale}.pdf"`, "Cache-Control": "public, max-age=600" };
    return pdf ? answerWith(request, new Uint8Array(pdf), headers) : nothing(404);
  } catch (error) {
    if (isDomainError(error)) return nothing(503);
    throw error;
  }
}
