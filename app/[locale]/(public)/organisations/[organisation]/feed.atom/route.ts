import { answerFeed } from "#app/feed-answer.ts";

/** What is new, of one organisation. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; organisation: string }> }): Promise<Response> {
  const { locale, organisation } = await params;
  return answerFeed(request, locale, { organisation });
}
