import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { errorCodes } from "#lib/platform/errors.ts";
import { listLocales, readMessages } from "./messages.ts";

/** `{ "a.b": "text" }` of nested words. */
function flat(words: object, prefix = ""): Record<string, string> {
  return Object.assign({}, ...Object.entries(words).map(([key, value]) => (typeof value === "string" ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`))));
}

/** The parameters and tags a sentence takes, sorted. */
function parametersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\s*[,}]|<(\w+)>/g)].map((match) => match[1] ?? match[2] ?? ""))].sort();
}

const locales = await listLocales();
const words = Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, flat(await readMessages(locale))] as const)));
const keys = [...new Set(Object.values(words).flatMap(Object.keys))];

describe("every language", () => {
  it("is Georgian and English at least", () => expect(locales).toEqual(expect.arrayContaining(["ka", "en"])));

  it.each(locales)("%s has every word that any language has, with the same parameters", (locale) => {
    expect(keys.filter((key) => !words[locale]?.[key]?.trim())).toEqual([]);
    const differing = keys.filter((key) => String(parametersOf(words[locale]?.[key] ?? "")) !== String(parametersOf(words.en?.[key] ?? "")));
    expect(differing).toEqual([]);
  });

  it.each(locales)("%s has a sentence for every error code", (locale) => {
    expect(errorCodes.filter((code) => !words[locale]?.[`errors.${code}`])).toEqual([]);
  });

  it.each(locales)("%s has only sentences that can be parsed", async (locale) => {
    const broken: string[] = [];
    const messages = await readMessages(locale);
    const say = createTranslator({ locale: locale as "ka", messages, timeZone: "Asia/Tbilisi", onError: (error) => broken.push(error.message) });
    for (const key of keys) {
      const values = Object.fromEntries(parametersOf(words[locale]?.[key] ?? "").map((name) => [name, 2]));
      const tags = Object.fromEntries([...(words[locale]?.[key] ?? "").matchAll(/<(\w+)>/g)].map((match) => [match[1], (chunks: unknown) => chunks]));
      say.rich(key as never, { ...values, ...tags });
    }
    expect(broken).toEqual([]);
  });

  it("keeps Georgian free of Mtavruli capitals and of straight quotes", () => {
    const texts = Object.entries(words.ka ?? {});
    expect(texts.filter(([, text]) => /[\u1c90-\u1cbf]|"/.test(text)).map(([key]) => key)).toEqual([]);
  });
});
