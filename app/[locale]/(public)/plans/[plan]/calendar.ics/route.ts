import { answerCalendar } from "#app/feed-answer.ts";

/** Deadlines, meetings and consultations, of one plan. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; plan: string }> }): Promise<Response> {
  const { locale, plan } = await params;
  return answerCalendar(request, locale, { plan });
}
