import { SMTPServer } from "smtp-server";

/** A mail as the server was given it. */
export interface TakenMail {
  /** The sender on its envelope, to whom other servers report. */
  from: string;
  to: string[];
  raw: Buffer;
}

/**
 * A real mail server on this machine. What `take` throws, it says to the sender instead of taking the mail (with the error's
 * `responseCode`, else 450); what `knows` throws, it says of a recipient.
 */
export async function openMailServer(take: (mail: TakenMail) => unknown, knows: (recipient: string) => unknown = () => undefined): Promise<{ url: string; close: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      Promise.resolve(address).then(knows).then(() => done(), done);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom } = session.envelope;
        const mail = { from: mailFrom ? mailFrom.address : "", to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) };
        Promise.resolve(mail).then(take).then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}
