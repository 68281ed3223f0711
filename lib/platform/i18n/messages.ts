import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Sentences, by keys nested to any depth. */
export interface Words {
  [key: string]: string | Words;
}

export type Messages = Record<string, Words>;

const folder = join(process.cwd(), "messages");

/** The languages that have a folder in `messages/`; a new language is a new folder. */
export async function listLocales(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Every file of `messages/<locale>/`, one namespace a file: `status.json` → `status`. */
export async function readMessages(locale: string): Promise<Messages> {
  const files = (await readdir(join(folder, locale))).filter((file) => file.endsWith(".json"));
  const namespaces = files.map(async (file): Promise<[string, Words]> => {
    const words: Words = JSON.parse(await readFile(join(folder, locale, file), "utf8"));
    return [file.slice(0, -".json".length), words];
  });
  return Object.fromEntries(await Promise.all(namespaces));
}
