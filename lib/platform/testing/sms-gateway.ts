import { createServer, type ServerResponse } from "node:http";

/** A text as a telephone would show it. */
export interface TakenSms {
  to: string;
  from: string | null;
  text: string;
  /** 0: GSM's seven bits, 2: UCS-2. */
  coding: string;
}

/**
 * What becomes of a message. `deliver`: it arrives. `unreachable`: taken, but the telephone is off until the message is too old.
 * `unknown`: taken, but the operator knows no such number. `silent`: taken, and nothing is ever reported. `refuse`: no operator is
 * responsible. `busy`: not now.
 */
export type Fate = "deliver" | "unreachable" | "unknown" | "silent" | "refuse" | "busy";

/** Kannel's state, and what operators say with it. */
const reported: Partial<Record<Fate, readonly [state: number, reply: string]>> = {
  deliver: [1, "id:1 sub:001 dlvrd:001 stat:DELIVRD err:000"],
  unreachable: [2, "id:1 sub:001 dlvrd:000 stat:EXPIRED err:027"],
  unknown: [16, "NACK/0x0000000b/Invalid Destination Address"],
};

const refused: Partial<Record<Fate, readonly [status: number, answer: string]>> = {
  refuse: [403, "Not routable. Do not try again."],
  busy: [503, "Temporal failure, try again later."],
};

interface Options {
  username: string;
  password: string;
  /** 0: any free one. */
  port?: number;
  fateOf?: (number: string) => Fate;
  /** Called with each message that is taken, before anything is reported. */
  take?: (sms: TakenSms) => unknown;
}

export interface SmsGateway {
  /** As `SMS_URL` names it, with the name and password. */
  url: string;
  /** Everything asked of it so far has been answered and reported. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/html" }).end(text);
}

/** What Kannel answers before it looks at who is to get it; null: nothing is wrong. */
function mistakeIn(query: URLSearchParams, { username, password }: Options): readonly [number, string] | null {
  if (query.get("username") !== username || query.get("password") !== password) return [403, "Authorization failed for sendsms"];
  if (!query.get("to")) return [400, "Missing receiver(s) number(s), rejected"];
  if (query.get("charset") !== "UTF-8" || !["0", "2"].includes(query.get("coding") ?? "")) return [400, "Charset or body misformed, rejected"];
  return null;
}

async function tell(dlrUrl: string, mask: number, fate: Fate): Promise<void> {
  const [state, reply] = reported[fate] ?? [0, ""];
  if (!dlrUrl || (mask & state) === 0) return;
  await fetch(dlrUrl.replace("%d", String(state)).replace("%A", encodeURIComponent(reply)), { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
}

/**
 * A gateway on this machine that speaks as Kannel's `sendsms` does and has telephones of its own. Messages go nowhere else.
 */
export async function openSmsGateway(options: Options): Promise<SmsGateway> {
  const { port = 0, username, password, fateOf = () => "deliver", take = () => undefined } = options;
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://gateway");
    if (pathname !== "/cgi-bin/sendsms") return say(response, 404, "Unknown request.");
    const to = query.get("to") ?? "";
    const fate = fateOf(to);
    const wrong = mistakeIn(query, options) ?? refused[fate];
    if (wrong) return say(response, ...wrong);
    const done = Promise.resolve()
      .then(() => take({ to, from: query.get("from"), text: query.get("text") ?? "", coding: query.get("coding") ?? "" }))
      .then(() => say(response, 202, "0: Accepted for delivery"))
      .then(() => tell(query.get("dlr-url") ?? "", Number(query.get("dlr-mask")), fate))
      .finally(() => running.delete(done));
    running.add(done);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  const listening = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${encodeURIComponent(username)}:${encodeURIComponent(password)}@127.0.0.1:${listening}/cgi-bin/sendsms`,
    settled: async () => void (await Promise.all(running)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Sends a message from a telephone to the installation, as Kannel's `sms-service` does with `%p`, `%e`, `%C` in its `get-url`. */
export async function sendFromTelephone(incomingUrl: string, from: string, text: string): Promise<number> {
  const plain = /^[\x20-\x7e]*$/.test(text);
  const bytes = plain ? Buffer.from(text) : Buffer.from(text, "utf16le").swap16();
  const address = incomingUrl.replace("%p", encodeURIComponent(from)).replace("%e", bytes.toString("hex").toUpperCase()).replace("%C", plain ? "UTF-8" : "UTF-16BE");
  return (await fetch(address)).status;
}
