import { DomainError } from "#lib/platform/errors.ts";

/** How the installation sends text messages; see the settings `SMS_…`. */
export interface SmsSettings {
  /** Kannel's `sendsms` address without the name and password in it. */
  gateway: string;
  username: string;
  password: string;
  /** A short number or up to eleven letters; null: what the gateway puts there. */
  from: string | null;
  /** What every number begins with that is written to: "+9955" is Georgia's mobiles. */
  prefixes: readonly string[];
  /** Of one charged part, in ten thousandths of the currency; null: not stated. */
  price: number | null;
  currency: string;
  /** Charged parts a day, of the whole installation. */
  dailyCap: number;
  /** Messages a day to one number. */
  numberDailyCap: number;
}

/** Ten thousandths of a currency's unit: what prices are counted in. */
export const priceUnit = 10_000;

/** The settings of text messages; null where none are sent. The environment was checked at the start. */
export function smsSettings(): SmsSettings | null {
  const { SMS_URL: address, SMS_FROM: from, SMS_PREFIXES: prefixes, SMS_PRICE: price, SMS_CURRENCY: currency, SMS_DAILY_CAP: cap, SMS_NUMBER_DAILY_CAP: numberCap } = process.env;
  if (!address) return null;
  const url = new URL(address);
  const [username, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  Object.assign(url, { username: "", password: "", search: "", hash: "" });
  return {
    gateway: url.href, username, password,
    from: from || null,
    prefixes: (prefixes || "+9955").split(","),
    price: price ? Math.round(Number(price) * priceUnit) : null,
    currency: currency || "GEL",
    dailyCap: Number(cap || 500),
    numberDailyCap: Number(numberCap || 6),
  };
}

/** As {@link smsSettings}. Throws NOT_FOUND where no text messages are sent. */
export function requireSmsSettings(): SmsSettings {
  const settings = smsSettings();
  if (!settings) throw new DomainError("NOT_FOUND");
  return settings;
}

/** True where text messages are sent; elsewhere nobody is offered any. */
export function offersSms(): boolean {
  return Boolean(process.env.SMS_URL);
}

/** Somebody can only answer a sender that is a number. */
export function takesReplies(): boolean {
  return /^\+?\d+$/.test(smsSettings()?.from ?? "");
}

/** A text to one telephone. */
export interface TextMessage {
  /** E.164 */
  to: string;
  text: string;
  /** Whether the text needs UCS-2; else it goes in GSM's own seven bits. */
  unicode: boolean;
  /** Where the gateway says what became of it; `%d` and `%A` in it are its own to fill in. */
  reportUrl: string;
  /** For how long it is worth delivering. */
  validMinutes: number;
}

/** The gateway did not take a message. `final`: it will not take it later either. */
export class SmsRefusal extends Error {
  readonly final: boolean;

  constructor(answer: string, final: boolean) {
    super(answer);
    this.final = final;
  }
}

/** Which reports are asked for: 1 delivered, 2 could not be delivered, 16 not accepted by the operator. */
const reports = 1 + 2 + 16;
const secondsAllowed = 20;

/**
 * Hands a message to the gateway in the format of Kannel's `sendsms` (user guide, "SMS Push"). Throws {@link SmsRefusal} when it
 * answers otherwise, and whatever `fetch` throws when it does not answer.
 */
export async function sendSms(message: TextMessage): Promise<void> {
  const { gateway, username, password, from } = requireSmsSettings();
  const query = new URLSearchParams({
    username, password, ...(from ? { from } : {}), to: message.to, text: message.text, charset: "UTF-8", coding: message.unicode ? "2" : "0",
    validity: String(message.validMinutes), "dlr-mask": String(reports), "dlr-url": message.reportUrl,
  });
  const response = await fetch(`${gateway}?${query}`, { redirect: "error", signal: AbortSignal.timeout(secondsAllowed * 1_000) });
  const answer = (await response.text()).slice(0, 200).trim();
  // 202 is both "accepted" and "queued for later": the gateway has it now.
  if (response.status === 202) return;
  // The same status says that the password is wrong, which somebody will mend.
  const final = response.status === 400 || (response.status === 403 && answer.startsWith("Not routable"));
  throw new SmsRefusal(`${response.status} ${answer}`, final);
}
