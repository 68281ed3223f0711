/** How many recovery codes there are at a time. */
export const recoveryCodeCount = 10;

/** Crockford's alphabet: no letter that looks like a digit. 32 signs, so that five bits are one sign. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const signs = 10;

/** A recovery code of 50 bits from ten random bytes, as it is shown: "7k2mq-x9d4r". */
export function recoveryCodeOf(random: Uint8Array): string {
  const text = [...random.slice(0, signs)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return `${text.slice(0, signs / 2)}-${text.slice(signs / 2)}`;
}

/** A typed code without what does not count: spaces and dashes, capitals, letters taken for the digits they look like. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s\p{Pd}]/gu, "").replaceAll("o", "0").replace(/[il]/g, "1");
}

/** What kind of code was typed, judged by its shape; null for neither. */
export function kindOfCode(plain: string): "totp" | "recovery" | null {
  if (/^\d{6}$/.test(plain)) return "totp";
  return plain.length === signs && [...plain].every((sign) => alphabet.includes(sign)) ? "recovery" : null;
}

/** How often a code may be wrong: a few times in a quarter of an hour, not many more a day. By account, wherever from. */
export const codeLimits = [
  { kind: "code-quarter", points: 6, perSeconds: 900 },
  { kind: "code-day", points: 30, perSeconds: 86_400 },
] as const;
