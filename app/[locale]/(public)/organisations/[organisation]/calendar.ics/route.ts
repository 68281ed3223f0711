import { answerCalendar } from "#app/feed-answer.ts";

/** Deadlines, meetings and consultations, of one organisation. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; organisation: string }> }): Promise<Response> {
  const { locale, organisation } = await params;
  return answerCalendar(request, locale, { organisation });
}
