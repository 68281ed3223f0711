import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { takeDeliveryReport } from "#lib/followers/sms-follows/commands.ts";
import { reportSchema } from "#lib/messages/sms/schema.ts";

export const dynamic = "force-dynamic";

/**
 * Kannel fetches this address to say what became of a message. `report` names the message by a keyed hash that only the gateway was
 * given, so that nobody else can report anything. What cannot be read is answered with 400, for nobody to try again.
 */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const report = reportSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!report.success) return new Response(null, { status: 400, headers });
  try {
    await takeDeliveryReport(report.data, now());
    return new Response(null, { status: 200, headers });
  } catch (error) {
    refusalOf(error);
    return new Response(null, { status: 503, headers: { ...headers, "Retry-After": "60" } });
  }
}
