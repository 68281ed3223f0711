import { answerFeed } from "#app/feed-answer.ts";

/** What is new, of one commitment. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; plan: string; commitment: string }> }): Promise<Response> {
  const { locale, plan, commitment } = await params;
  return answerFeed(request, locale, { plan, commitment });
}
