import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { GET as delivered } from "#app/api/sms/delivered/route.ts";
import { GET as incoming } from "#app/api/sms/incoming/route.ts";
import { db } from "#lib/platform/db/client.ts";
import { openSmsGateway, sendFromTelephone, type Fate, type SmsGateway, type TakenSms } from "#lib/platform/testing/sms-gateway.ts";
import { deliverSms, type SmsDelivery } from "#lib/messages/sms/commands.ts";
import { incomingAddress } from "#lib/messages/sms/queries.ts";

/** Tries every message that is queued and due, the oldest first, as the jobs would at that time; for tests. */
export async function deliverQueuedSms(now: Date): Promise<Record<SmsDelivery, number>> {
  const outcome: Record<SmsDelivery, number> = { sent: 0, postponed: 0, failed: 0, waiting: 0, gone: 0 };
  const due = await db().sms.findMany({ where: { status: "queued", nextAttemptAt: { lte: now } }, orderBy: [{ nextAttemptAt: "asc" }, { id: "asc" }], select: { id: true } });
  for (const { id } of due) outcome[await deliverSms(id, now)] += 1;
  return outcome;
}

/** The installation's two addresses for gateways, on a port of their own. */
async function openReceiver(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const take = url.pathname === "/api/sms/delivered" ? delivered : incoming;
    take(new Request(url)).then((answer) => response.writeHead(answer.status).end(), () => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A real gateway for the tests of one file, and the routes to which it reports; `fates` says what becomes of messages to a number. */
export function testSmsGateway() {
  const taken: TakenSms[] = [];
  const fates = new Map<string, Fate>();
  let gateway: SmsGateway;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  const before = { ...process.env };
  beforeAll(async () => {
    gateway = await openSmsGateway({ username: "tracker", password: "p&ss", fateOf: (number) => fates.get(number) ?? "deliver", take: (sms) => taken.push(sms) });
    receiver = await openReceiver();
    Object.assign(process.env, { SMS_URL: gateway.url, SMS_FROM: "2012", SMS_PRICE: "0.05", SMS_CURRENCY: "GEL", SMS_DAILY_CAP: "20", SMS_NUMBER_DAILY_CAP: "3", PUBLIC_URL: receiver.url });
  });
  beforeEach(() => {
    taken.length = 0;
    fates.clear();
  });
  afterAll(async () => {
    for (const name of ["SMS_URL", "SMS_FROM", "SMS_PRICE", "SMS_CURRENCY", "SMS_DAILY_CAP", "SMS_NUMBER_DAILY_CAP"]) delete process.env[name];
    process.env.PUBLIC_URL = before.PUBLIC_URL ?? "http://localhost:3000";
    await Promise.all([gateway.close(), receiver.close()]);
  });
  /** Delivers what is due and waits until everything is reported. */
  const deliver = async (now: Date) => {
    const outcome = await deliverQueuedSms(now);
    await gateway.settled();
    return outcome;
  };
  /** Somebody answers from a telephone; the status that the gateway is answered with. */
  const answer = (from: string, text: string) => sendFromTelephone(incomingAddress(), from, text);
  return { taken, fates, deliver, answer };
}
