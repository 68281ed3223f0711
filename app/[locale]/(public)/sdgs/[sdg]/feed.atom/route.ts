import { answerFeed } from "#app/feed-answer.ts";

/** What is new, of one Sustainable Development Goal. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; sdg: string }> }): Promise<Response> {
  const { locale, sdg } = await params;
  return answerFeed(request, locale, { sdg });
}
