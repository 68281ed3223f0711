import { plain } from "#lib/imports/workbooks/values.ts";

/** One budget line as a cell states it. `stated`: words that are kept because they say more than what was read of them. */
export interface StatedSum {
  amount?: number;
  currency?: string;
  programmeCode?: string;
  noAdditionalCost?: true;
  stated?: string;
}

export interface SumsRead {
  lines: StatedSum[];
  /** Pieces that are neither a sum nor "no additional cost": kept as they are. */
  unread: string[];
}

const currencies: [RegExp, string][] = [[/^(ლარი|ლარის|ლარს|ლ\.?|gel|₾)$/, "GEL"], [/^(აშშ დოლარი|დოლარი|usd|us\$|\$)$/, "USD"], [/^(ევრო|eur|€)$/, "EUR"]];
const currencyWords = "აშშ დოლარი|დოლარი|ლარის|ლარს|ლარი|ლ\\.|ლ(?![ა-ჰ])|gel|₾|usd|us\\$|\\$|ევრო|eur|€";
const number = "(?:\\d{1,3}(?:[ .,'’\\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+)(?:[.,]\\d{1,2}(?!\\d))?";
const scale = "(ათასი|ათას|ათ\\.|მლნ\\.?|მილიონი|მილიონ|thousand|million|mln\\.?)";
const behind = new RegExp(`(?<![\\d.,])(${number})\\s*${scale}?\\s*(${currencyWords})`, "gi");
const before = new RegExp(`(?<![a-zა-ჰ])(${currencyWords})\\s*(${number})(?![\\d.,]*\\d)\\s*${scale}?`, "gi");
const code = /(?:(?:ქვე)?პროგრამ[ა-ჰ]*\s+|programme\s+|program\s+)?(?:კოდ[ა-ჰ]*|code)\s*[:№#–-]?\s*(\d{2}(?:[ .]\d{2}){0,4})(?!\d)/gi;
const bareCode = /^\d{2}(?:[ .]\d{2}){1,4}$/;
const costless = /(^|\s)არ\s+(არის\s+)?(საჭირო|მოითხოვ|ითხოვ|ესაჭირო|განსაზღვრულა დამატებით)|(დამატებითი?\s+(ხარჯ|თანხ|რესურს|დაფინანსებ)\S*\s+(გარეშე|არ\s))|no additional (cost|fund|resource|budget)|does not require|without additional|not require/;

/** `3 000`, `3.000`, `3,000.50`: three digits behind a point or comma are thousands, one or two are decimals. Null: none. */
export function readAmount(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f'’]/g, "");
  if (!/^\d[\d.,]*$/.test(digits)) return null;
  const decimals = /[.,](\d{1,2})$/.exec(digits);
  const whole = decimals ? digits.slice(0, decimals.index) : digits;
  if (!/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole)) return null;
  return Number(`${whole.replace(/[.,]/g, "")}.${decimals?.[1] ?? "0"}`);
}

const scaleOf = (word: string | undefined) => (!word ? 1 : /^(მლნ|მილიონ|million|mln)/i.test(word) ? 1_000_000 : 1000);
const currencyOf = (word: string) => currencies.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? "GEL";
/** Half a tetri is not stated by anybody: this only takes away what multiplying leaves behind. */
const rounded = (amount: number) => Math.round(amount * 100) / 100;

/**
 * What a budget cell says: sums with their currency, programme codes, or that it needs no additional cost. A bare number is a sum of
 * `currency`, times `unit` (the heading says both). Pieces between ";" or on lines of their own are lines of their own.
 */
export function readSums(text: string, { currency, unit }: { currency: string; unit: number }): SumsRead {
  const read: SumsRead = { lines: [], unread: [] };
  for (const piece of text.split(/[;\n]/).map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part))) {
    const line = lineOf(piece, currency, unit);
    const last = read.lines.at(-1);
    if (!line) read.unread.push(piece);
    else if (line.amount === undefined && line.programmeCode && !line.stated && last?.amount !== undefined && !last.programmeCode) last.programmeCode = line.programmeCode;
    else read.lines.push(line);
    if (!line) read.lines.push({ stated: piece });
  }
  return read;
}

function lineOf(piece: string, currency: string, unit: number): StatedSum | null {
  if (costless.test(plain(piece))) return { noAdditionalCost: true, stated: piece };
  const alone = readAmount(piece);
  if (alone !== null && !bareCode.test(piece)) return { amount: rounded(alone * unit), currency };
  const codes = bareCode.test(piece) ? [piece] : [...piece.matchAll(code)].map((match) => match[1] ?? "");
  const rest = bareCode.test(piece) ? "" : piece.replace(code, " ");
  const sums = amountsIn(rest);
  const words = sums.reduce((left, { match }) => left.replace(match, " "), rest);
  // "3000-5000 ლარი" is no sum but two ends of one.
  if (/\d\s*[-–—]\s*\d/.test(rest) || sums.length > 1 || codes.length > 1 || (sums.length === 0 && codes.length === 0)) return null;
  const [sum] = sums;
  return {
    ...(sum ? { amount: sum.amount, currency: sum.currency } : {}),
    ...(codes[0] ? { programmeCode: codes[0] } : {}),
    ...(/[\p{L}\p{N}]/u.test(words) ? { stated: piece } : {}),
  };
}

function amountsIn(text: string): { match: string; amount: number; currency: string }[] {
  const found = [...text.matchAll(behind)].map((match) => ({ match: match[0], digits: match[1] ?? "", scale: match[2], word: match[3] ?? "" }));
  const first = [...found.reduce((left, { match }) => left.replace(match, " "), text).matchAll(before)].map((match) => ({ match: match[0], digits: match[2] ?? "", scale: match[3], word: match[1] ?? "" }));
  return [...found, ...first].flatMap(({ match, digits, scale: size, word }) => {
    const amount = readAmount(digits);
    return amount === null ? [] : [{ match, amount: rounded(amount * scaleOf(size)), currency: currencyOf(word) }];
  });
}
