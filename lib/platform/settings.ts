import { z } from "zod";
import { defaultLicence } from "#lib/platform/data-licence.ts";

const unset = (value: unknown): unknown => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema.optional());

/** The messages say what is expected; they stand after the setting's name. */
const environmentSchema = z.object({
  PORT: z.preprocess(unset, z.coerce.number("a port number from 1 to 65535").int("a port number from 1 to 65535").min(1, "a port number from 1 to 65535").max(65_535, "a port number from 1 to 65535").default(3000)),
  HOST: z.preprocess(unset, z.string().regex(/^[\w.:-]+$/, "an address or host name to listen on, such as 127.0.0.1").default("0.0.0.0")),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: "a PostgreSQL address, such as postgresql://user:password@host:5432/database" })),
  DATA_DIR: z.preprocess(unset, z.string().default("data")),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: "the address readers use, such as https://commitments.example.org" }).refine((value) => URL.canParse(value) && new URL(value).pathname === "/", "an address without a path, such as https://commitments.example.org")),
  AUTH_SECRET: optional(z.string().min(32, "at least 32 random characters")),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "a mail server, such as smtp://user:password@mail.example.org:587" })),
  MAIL_FROM: z.preprocess(unset, z.string().regex(/^[^\r\n]*\S+@\S+[^\r\n]*$/, "a sender, such as Open Commitments <no-reply@example.org>").default("Open Commitments <no-reply@localhost>")),
  SMS_URL: optional(z.url({ protocol: /^https?$/, error: "Kannel's sendsms address, such as http://user:password@127.0.0.1:13013/cgi-bin/sendsms" })),
  SMS_FROM: optional(z.string().regex(/^(\+?\d{3,15}|[A-Za-z0-9 .-]{1,11})$/, "a number, or up to eleven Latin letters and digits")),
  SMS_PREFIXES: z.preprocess(unset, z.string().regex(/^\+\d{1,14}(,\+\d{1,14})*$/, "what numbers begin with, such as +9955 or +9955,+374").default("+9955")),
  SMS_PRICE: optional(z.string().regex(/^\d{1,4}(\.\d{1,4})?$/, "the price of one message, such as 0.05")),
  SMS_CURRENCY: z.preprocess(unset, z.string().regex(/^[A-Z]{3}$/, "three letters, such as GEL").default("GEL")),
  SMS_DAILY_CAP: z.preprocess(unset, z.coerce.number("a whole number from 1 to 1000000").int("a whole number from 1 to 1000000").min(1, "a whole number from 1 to 1000000").max(1_000_000, "a whole number from 1 to 1000000").default(500)),
  SMS_NUMBER_DAILY_CAP: z.preprocess(unset, z.coerce.number("a whole number from 1 to 100").int("a whole number from 1 to 100").min(1, "a whole number from 1 to 100").max(100, "a whole number from 1 to 100").default(6)),
  MAIL_BOUNCES: optional(z.string().regex(/^[a-z0-9._-]{1,14}@[a-z0-9.-]+$/, "an address of at most 14 characters before its @, such as bounces@example.org")),
  DEMO: optional(z.enum(["on", "off"], "on or off")),
  PROXIES: z.preprocess(unset, z.coerce.number("a whole number from 0 to 9").int("a whole number from 0 to 9").min(0, "a whole number from 0 to 9").max(9, "a whole number from 0 to 9").default(0)),
  DATA_LICENCE_NAME: z.preprocess(unset, z.string().max(100, "the name of a licence, such as CC BY 4.0").default(defaultLicence.name)),
  DATA_LICENCE_URL: z.preprocess(unset, z.url({ protocol: /^https?$/, error: "the address of a licence, such as https://creativecommons.org/licenses/by/4.0/" }).default(defaultLicence.url)),
  CLOCK_FILE: optional(z.string().regex(/^\//, "the whole path of a file, such as /tmp/clock")),
  LOG_LEVEL: z.preprocess(unset, z.enum(["trace", "debug", "info", "warn", "error", "silent"], "trace, debug, info, warn, error or silent").default("warn")),
});

/** The settings of an installation, each with its default filled in. */
export interface Settings {
  port: number;
  host: string;
  /** Undefined: the embedded PostgreSQL in {@link Settings.dataDir}. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Without a slash at its end. */
  publicUrl: string;
  /** Undefined: one is made and kept in {@link Settings.dataDir}. */
  authSecret: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Where other servers report what they could not deliver. Undefined: they report to the sender. */
  mailBounces: string | undefined;
  /** As they are read by `smsSettings` of lib/platform/sms.ts. `url` undefined: no text messages are sent, and nobody is offered any. */
  sms: { url: string | undefined; from: string | undefined; prefixes: string; price: string | undefined; currency: string; dailyCap: number; numberDailyCap: number };
  demo: boolean;
  /** How many proxies of the operator's own pass requests on. */
  proxies: number;
  logLevel: string;
  /** Under which the data is given out. */
  dataLicence: { name: string; url: string };
  /** Undefined: the machine's time. Set for tests and demonstrations only. */
  clockFile: string | undefined;
}

/** What is wrong with the environment: a setting's name and what is expected of it. */
export interface SettingProblem {
  name: string;
  expected: string;
}

/**
 * Reads the settings from an environment. Never throws: the caller prints every problem at once and stops.
 * Values are not repeated in problems, as they may be secrets.
 */
export function readSettings(environment: Record<string, string | undefined>): { settings: Settings } | { problems: SettingProblem[] } {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map((issue) => ({ name: String(issue.path[0]), expected: issue.message })) };
  }
  const values = parsed.data;
  return {
    settings: {
      port: values.PORT,
      host: values.HOST,
      databaseUrl: values.DATABASE_URL,
      dataDir: values.DATA_DIR,
      publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ""),
      authSecret: values.AUTH_SECRET,
      smtpUrl: values.SMTP_URL,
      mailFrom: values.MAIL_FROM,
      mailBounces: values.MAIL_BOUNCES,
      sms: { url: values.SMS_URL, from: values.SMS_FROM, prefixes: values.SMS_PREFIXES, price: values.SMS_PRICE, currency: values.SMS_CURRENCY, dailyCap: values.SMS_DAILY_CAP, numberDailyCap: values.SMS_NUMBER_DAILY_CAP },
      demo: values.DEMO ? values.DEMO === "on" : values.DATABASE_URL === undefined,
      proxies: values.PROXIES,
      logLevel: values.LOG_LEVEL,
      dataLicence: { name: values.DATA_LICENCE_NAME, url: values.DATA_LICENCE_URL },
      clockFile: values.CLOCK_FILE,
    },
  };
}
