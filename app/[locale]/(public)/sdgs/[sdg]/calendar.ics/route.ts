import { answerCalendar } from "#app/feed-answer.ts";

/** Deadlines, of one Sustainable Development Goal. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; sdg: string }> }): Promise<Response> {
  const { locale, sdg } = await params;
  return answerCalendar(request, locale, { sdg });
}
