import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.ts";

function problemsOf(environment: Record<string, string>): string[] {
  const read = readSettings(environment);
  return "problems" in read ? read.problems.map((problem) => `${problem.name}: ${problem.expected}`) : [];
}

describe("settings", () => {
  test("an empty environment is enough, and means the demo on the embedded database", () => {
    expect(readSettings({})).toEqual({
      settings: {
        port: 3000, host: "0.0.0.0", databaseUrl: undefined, dataDir: "data", publicUrl: "http://localhost:3000", authSecret: undefined,
        smtpUrl: undefined, mailFrom: "Open Commitments <no-reply@localhost>", demo: true, proxies: 0, logLevel: "warn", clockFile: undefined,
        sms: { url: undefined, from: undefined, prefixes: "+9955", price: undefined, currency: "GEL", dailyCap: 500, numberDailyCap: 6 },
        dataLicence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      },
    });
  });

  test("a database of one's own gets no demo data unless it is asked for", () => {
    const own = { DATABASE_URL: "postgresql://u:p@db.example.org/oc" };
    expect(readSettings(own)).toMatchObject({ settings: { demo: false } });
    expect(readSettings({ ...own, DEMO: "on" })).toMatchObject({ settings: { demo: true } });
  });

  test.each([
    [{ PORT: "eighty" }, "PORT: a port number"],
    [{ PORT: "70000" }, "PORT: a port number"],
    [{ DATABASE_URL: "mysql://u@h/d" }, "DATABASE_URL: a PostgreSQL address"],
    [{ PUBLIC_URL: "example.org" }, "PUBLIC_URL: the address"],
    [{ PUBLIC_URL: "https://example.org/under" }, "PUBLIC_URL: an address without a path"],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET: at least 32"],
    [{ SMTP_URL: "mail.example.org" }, "SMTP_URL: a mail server"],
    [{ SMS_URL: "smpp://gateway.example.org" }, "SMS_URL: Kannel's sendsms address"],
    [{ SMS_FROM: "Open Commitments" }, "SMS_FROM: a number, or up to eleven"],
    [{ SMS_PREFIXES: "995" }, "SMS_PREFIXES: what numbers begin with"],
    [{ SMS_PRICE: "0,05" }, "SMS_PRICE: the price of one message"],
    [{ SMS_CURRENCY: "lari" }, "SMS_CURRENCY: three letters"],
    [{ SMS_DAILY_CAP: "0" }, "SMS_DAILY_CAP: a whole number"],
    [{ SMS_NUMBER_DAILY_CAP: "many" }, "SMS_NUMBER_DAILY_CAP: a whole number"],
    [{ DATA_LICENCE_URL: "CC0" }, "DATA_LICENCE_URL: the address of a licence"],
    [{ DEMO: "yes" }, "DEMO: on or off"],
    [{ CLOCK_FILE: "clock" }, "CLOCK_FILE: the whole path"],
    [{ MAIL_FROM: "a@b.ge\r\nBcc: x@y.ge" }, "MAIL_FROM: a sender"],
    [{ MAIL_BOUNCES: "delivery-reports@example.org" }, "MAIL_BOUNCES: an address of at most 14"],
  ])("says what is wrong with %o", (environment, problem) => {
    expect(problemsOf(environment as Record<string, string>)[0]).toContain(problem);
  });

  test("names every wrong setting at once", () => {
    expect(problemsOf({ PORT: "0", DEMO: "1", SMTP_URL: "x" })).toHaveLength(3);
  });
});
