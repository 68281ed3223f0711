import { answerCalendar } from "#app/feed-answer.ts";

/** Deadlines, meetings and consultations, in all of the record. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  return answerCalendar(request, (await params).locale, {});
}
