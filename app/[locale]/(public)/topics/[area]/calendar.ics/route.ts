import { answerCalendar } from "#app/feed-answer.ts";

/** Deadlines, of one thematic area. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; area: string }> }): Promise<Response> {
  const { locale, area } = await params;
  return answerCalendar(request, locale, { area });
}
