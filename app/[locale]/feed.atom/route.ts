import { answerFeed } from "#app/feed-answer.ts";

/** What is new, in all of the record. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  return answerFeed(request, (await params).locale, {});
}
