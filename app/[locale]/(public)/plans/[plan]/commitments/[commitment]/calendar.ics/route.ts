import { answerCalendar } from "#app/feed-answer.ts";

/** Deadlines, of one commitment. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; plan: string; commitment: string }> }): Promise<Response> {
  const { locale, plan, commitment } = await params;
  return answerCalendar(request, locale, { plan, commitment });
}
