import { answerCalendar } from "#app/feed-answer.ts";

/** Deadlines, meetings and consultations, of one municipality. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; municipality: string }> }): Promise<Response> {
  const { locale, municipality } = await params;
  return answerCalendar(request, locale, { municipality });
}
