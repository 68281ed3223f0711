import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { takeIncomingSms } from "#lib/followers/sms-follows/commands.ts";
import { incomingSmsSchema } from "#lib/messages/sms/schema.ts";

export const dynamic = "force-dynamic";

/**
 * Kannel's `sms-service` fetches this address for every message that somebody sends to the installation's number. The key in it is
 * the installation's own. The answer is empty: an answer with words would be sent back and charged.
 */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" };
  const incoming = incomingSmsSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!incoming.success) return new Response(null, { status: 400, headers });
  try {
    await takeIncomingSms(incoming.data, now());
    return new Response("", { status: 200, headers });
  } catch (error) {
    const { code } = refusalOf(error);
    return new Response(null, { status: code === "FORBIDDEN" ? 403 : 503, headers });
  }
}
