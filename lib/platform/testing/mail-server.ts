import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { openMailServer, type TakenMail } from "./smtp.ts";

/** A real mail server for the tests of one file, to which all mails go; `take` and `knows` as in {@link openMailServer}. */
export function mailsGoTo(take: (mail: TakenMail) => unknown, knows?: (recipient: string) => unknown): void {
  let server: Awaited<ReturnType<typeof openMailServer>> | undefined;
  beforeAll(async () => {
    server = await openMailServer(take, knows);
    process.env.SMTP_URL = server.url;
  });
  afterAll(async () => {
    delete process.env.SMTP_URL;
    await server?.close();
  });
}

/** The same, with what was `received` in the test under way, read. */
export function testMailServer(): { received: Email[] } {
  const received: Email[] = [];
  mailsGoTo(async ({ raw }) => received.push(await PostalMime.parse(raw)));
  beforeEach(() => void (received.length = 0));
  return { received };
}
