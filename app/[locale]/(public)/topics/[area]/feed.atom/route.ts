import { answerFeed } from "#app/feed-answer.ts";

/** What is new, of one thematic area. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; area: string }> }): Promise<Response> {
  const { locale, area } = await params;
  return answerFeed(request, locale, { area });
}
