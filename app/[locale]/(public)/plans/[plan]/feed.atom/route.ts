import { answerFeed } from "#app/feed-answer.ts";

/** What is new, of one plan. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; plan: string }> }): Promise<Response> {
  const { locale, plan } = await params;
  return answerFeed(request, locale, { plan });
}
