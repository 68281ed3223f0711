/**
 * Dates, numbers and money as people write them in each language. ICU alone prints "31 დეკემბერი, 2020" and
 * "20 000,00 ₾" for Georgian; here ICU gives the words and the grouping, and the order is ours.
 */
const timeZone = "Asia/Tbilisi";
const noBreakSpace = "\u00a0";

/** Language tag for ICU: English with day before month and a 24-hour clock. */
function tagOf(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}

/** Chromium ships no Georgian in its ICU: what a browser renders again has to come from here, or it differs from the server's. */
const georgianMonths = ["იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო", "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი"];

function monthName(year: number, month: number, locale: string, width: "long" | "short" = "long"): string {
  if (locale === "ka") return georgianMonths[month - 1] ?? "";
  return new Intl.DateTimeFormat(tagOf(locale), { month: width, timeZone: "UTC" }).format(Date.UTC(year, month - 1, 1));
}

/** ISO 8601 `2018`, `2018-10` or `2018-10-31` → `2018`, `ოქტომბერი 2018`, `31 ოქტომბერი 2018`. */
export function formatPartialDate(value: string, locale: string): string {
  const [year = "", month, day] = value.split("-");
  if (!month) return year;
  const words = `${monthName(Number(year), Number(month), locale)} ${year}`;
  return day ? `${Number(day)}${noBreakSpace}${words}` : words;
}

/** The calendar day in Tbilisi of an instant, in words: `31 დეკემბერი 2020`. A string is taken as a partial date. */
export function formatDate(value: Date | string, locale: string): string {
  return formatPartialDate(typeof value === "string" ? value : dayOf(value), locale);
}

/** The clock in Tbilisi: `14:05`. */
export function formatTime(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);
}

/** `31 დეკემბერი 2020, 14:05`. */
export function formatDateTime(instant: Date, locale: string): string {
  return `${formatDate(instant, locale)}, ${formatTime(instant, locale)}`;
}

/** A short month for axes: `ოქტ`, `Oct`. Month is 1–12. */
export function formatShortMonth(month: number, locale: string): string {
  return monthName(2018, month, locale, "short").slice(0, 3);
}

/**
 * From when till when: `მაისი 2018 – ოქტომბერი 2018`, `2024–2025`, one date when both are the same.
 * Null when neither is stated or only one is: an open end needs words, see `ui.term` in the messages.
 */
export function formatTerm(term: { startsOn: string | null; endsOn: string | null }, locale: string): string | null {
  const { startsOn, endsOn } = term;
  if (!startsOn || !endsOn) return null;
  if (startsOn === endsOn) return formatPartialDate(endsOn, locale);
  const between = startsOn.length === 4 && endsOn.length === 4 ? "–" : " – ";
  return formatPartialDate(startsOn, locale) + between + formatPartialDate(endsOn, locale);
}

/** Grouped as the language does: `20 000`, `20,000`. At most `digits` decimals (2). */
export function formatNumber(value: number | string, locale: string, digits = 2): string {
  return figures(Number(value), locale, 0, digits);
}

/** Georgian groups with a space that does not break and has a decimal comma; see {@link georgianMonths} for why it is done here. */
function figures(value: number, locale: string, atLeast: number, atMost: number): string {
  const options = { minimumFractionDigits: atLeast, maximumFractionDigits: atMost };
  if (locale !== "ka") return new Intl.NumberFormat(tagOf(locale), options).format(value);
  const parts = new Intl.NumberFormat("en", options).formatToParts(value);
  return parts.map(({ type, value: text }) => (type === "group" ? noBreakSpace : type === "decimal" ? "," : text)).join("");
}

/** An amount of money, hundredths only where there are any: `20 000 ლარი`, `GEL 20,000`. Currency is ISO 4217. */
export function formatMoney(amount: number | string, currency: string, locale: string): string {
  const value = Number(amount);
  const digits = Number.isInteger(value) ? 0 : 2;
  const sum = figures(value, locale, digits, 2);
  return locale === "ka" ? `${sum}${noBreakSpace}${currencyName(currency, locale)}` : `${currency}${noBreakSpace}${sum}`;
}

/** In Georgia the lari is just "ლარი"; other currencies carry their full name. */
function currencyName(currency: string, locale: string): string {
  if (currency === "GEL") return "ლარი";
  return new Intl.DisplayNames(tagOf(locale), { type: "currency" }).of(currency) ?? currency;
}

const byteUnits: Record<string, readonly [string, string, string]> = { ka: ["ბაიტი", "კბ", "მბ"], en: ["bytes", "KB", "MB"] };

/** The size of a file: `820 კბ`, `2.4 MB`. A kilobyte is 1,024 bytes. */
export function formatBytes(bytes: number, locale: string): string {
  const [one, thousand, million] = byteUnits[locale] ?? ["B", "KB", "MB"];
  if (bytes < 1024) return `${formatNumber(bytes, locale)}${noBreakSpace}${one}`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, locale, 0)}${noBreakSpace}${thousand}`;
  return `${formatNumber(bytes / 1024 / 1024, locale, 1)}${noBreakSpace}${million}`;
}

/** `14 თვე`, `14 months`, `1 month`. */
export function formatMonths(months: number, locale: string): string {
  if (locale === "ka") return `${formatNumber(months, locale)}${noBreakSpace}თვე`;
  return new Intl.NumberFormat(tagOf(locale), { style: "unit", unit: "month", unitDisplay: "long" }).format(months);
}

/** `ა, ბ და გ`, `a, b and c`. */
export function formatList(items: readonly string[], locale: string): string {
  if (locale === "ka") return [items.slice(0, -1).join(", "), items.at(-1)].filter(Boolean).join(" და ");
  return new Intl.ListFormat(tagOf(locale), { type: "conjunction" }).format(items);
}

function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}
