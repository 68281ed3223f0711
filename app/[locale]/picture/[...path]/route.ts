import { localeSchema } from "#lib/record/localized/schema.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { getPicture } from "#lib/open-data/pictures/queries.ts";

const headers = { ...openHeaders, "Content-Type": "image/png", "Cache-Control": "public, max-age=600, stale-while-revalidate=86400" };
const nothing = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store", ...(status === 503 ? { "Retry-After": "30" } : {}) } });

/** The picture that goes with a link to a public page: `/ka/picture/plans/georgia-2018-2019.png`. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; path: string[] }> }): Promise<Response> {
  const { locale: asked, path } = await params;
  const locale = localeSchema.safeParse(asked).data;
  const [, page] = /^((?:\/[a-z0-9_-]{1,200}){1,4})\.png$/.exec(`/${path.join("/")}`) ?? [];
  if (!locale || !page) return nothing(404);
  try {
    const png = await getPicture(page, locale);
    return png ? answerWith(request, new Uint8Array(png), headers) : nothing(404);
  } catch (error) {
    if (isDomainError(error)) return nothing(503);
    throw error;
  }
}
