import { locales, type Localized } from "#lib/record/localized/schema.ts";
import { plain } from "./values.ts";

type Fields = Record<string, unknown>;

/** How rows name each other. Stated keys count before numbers, numbers before names; what two rows share names neither. */
export class References {
  private readonly ranks: Map<string, string | null>[] = [];

  /** `rank` 0 is looked at first. */
  add(rank: number, name: unknown, key: string): void {
    if (typeof name !== "string" || name.trim() === "") return;
    const names = (this.ranks[rank] ??= new Map());
    const wanted = plain(name);
    const there = names.get(wanted);
    names.set(wanted, there === undefined || there === key ? key : null);
  }

  addTexts(rank: number, texts: unknown, key: string): void {
    if (typeof texts !== "object" || texts === null) return;
    for (const locale of locales) this.add(rank, (texts as Localized)[locale], key);
  }

  /** The key of the row that is named; "several" when it may be more than one, null for none. */
  find(name: string): { key: string } | "several" | null {
    const wanted = plain(name);
    for (const names of this.ranks) {
      const key = names?.get(wanted);
      if (key !== undefined) return key === null ? "several" : { key };
    }
    return null;
  }

  /** Of several names in a cell, each by its key. */
  keyOf(name: string): string | null {
    const found = this.find(name);
    return found !== null && found !== "several" ? found.key : null;
  }
}

/** By key, then by name in any language. */
export function organisationReferences(organisations: readonly Fields[]): References {
  const references = new References();
  for (const { key, name } of organisations) {
    references.add(0, key, String(key));
    references.addTexts(1, name, String(key));
  }
  return references;
}

/** By key, then by number, then by title. */
export function partReferences(parts: readonly Fields[]): References {
  const references = new References();
  for (const { key, number, title } of parts) {
    references.add(0, key, String(key));
    references.add(1, number, String(key));
    references.addTexts(2, title, String(key));
  }
  return references;
}

/** By slug, then by number, then by part and number ("2/5", "objective-2 5"), then by title. */
export function commitmentReferences(commitments: readonly Fields[], parts: readonly Fields[]): References {
  const references = new References();
  const byKey = new Map(parts.map((part) => [part.key, part]));
  for (const { slug, number, part, title } of commitments) {
    references.add(0, slug, String(slug));
    references.add(1, number, String(slug));
    for (const name of [part, byKey.get(part)?.number]) for (const between of ["/", " ", " / "]) if (name && number) references.add(2, `${String(name)}${between}${String(number)}`, String(slug));
    references.addTexts(3, title, String(slug));
  }
  return references;
}
