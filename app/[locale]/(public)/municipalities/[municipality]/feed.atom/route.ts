import { answerFeed } from "#app/feed-answer.ts";

/** What is new, of one municipality. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; municipality: string }> }): Promise<Response> {
  const { locale, municipality } = await params;
  return answerFeed(request, locale, { municipality });
}
