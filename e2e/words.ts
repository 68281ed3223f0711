import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Locale } from "#e2e/fixtures.ts";

const folder = path.resolve(import.meta.dirname, "../messages");

function readAll(locale: Locale): Record<string, unknown> {
  const names = readdirSync(path.join(folder, locale));
  return Object.fromEntries(names.map((name) => [name.replace(/\.json$/, ""), JSON.parse(readFileSync(path.join(folder, locale, name), "utf8")) as unknown]));
}

/** The words of the interface, so that a story presses what a person reads: `words("en")("comments.form.send")`. */
export function words(locale: Locale): (key: string) => string {
  const all = readAll(locale);
  return (key) => {
    const found = key.split(".").reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], all);
    if (typeof found !== "string") throw new Error(`no words for ${key} in ${locale}`);
    return found;
  };
}
