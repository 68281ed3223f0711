import type { PlanContent, PlanEdit } from "#lib/editing/schema.ts";

/**
 * Edits with nothing left open: what is new gets an address where none is given, and every new line an id.
 * @param newId gives an id nobody has
 * @param kept addresses that the public could reach once: nothing new ever gets one of them
 */
export function settled(content: PlanContent, edits: readonly PlanEdit[], newId: () => string, kept: Iterable<string> = []): PlanEdit[] {
  const given = edits.flatMap(({ fields }) => (fields && "slug" in fields && fields.slug ? [fields.slug] : []));
  const taken = new Set([...content.commitments, ...content.parts].map(({ fields }) => fields.slug).concat(given, ...kept));
  const free = (wanted: string): string => {
    const slug = [wanted, ...Array.from({ length: taken.size + 1 }, (_, index) => `${wanted}-${index + 2}`)].find((one) => !taken.has(one)) ?? newId();
    taken.add(slug);
    return slug;
  };
  return edits.map((edit): PlanEdit => {
    if (edit.entity === "commitment" && edit.fields) {
      const slug = edit.fields.slug ?? (edit.op === "add" ? free(slugOf(content.plan.fields.vocabulary, edit.fields.number)) : null);
      return { ...edit, fields: { ...edit.fields, ...withIds(edit.fields, newId), slug } };
    }
    if (edit.entity === "part" && edit.fields && edit.op === "add") return { ...edit, fields: { ...edit.fields, slug: edit.fields.slug ?? free(slugOf(edit.fields.kind, edit.fields.number)) } };
    if (edit.entity === "milestone" && edit.fields) return { ...edit, fields: { ...edit.fields, ...withIds(edit.fields, newId) } };
    return edit;
  });
}

/** "5.1" of a commitment: "commitment-5-1". */
function slugOf(kind: string, number: string | null): string {
  const digits = (number ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return digits ? `${kind}-${digits}` : kind;
}

type Lines = Pick<NonNullable<Extract<PlanEdit, { entity: "milestone" }>["fields"]>, "indicators" | "sources">;

function withIds({ indicators, sources }: Lines, newId: () => string): Lines {
  return { indicators: indicators.map((line) => ({ ...line, id: line.id ?? newId() })), sources: sources.map((line) => ({ ...line, id: line.id ?? newId() })) };
}

/** Edits that give a commitment an address which belonged to another that the public could read; by field, as a check says it. */
export function addressProblems(edits: readonly PlanEdit[], kept: ReadonlyMap<string, string>): Record<string, string> {
  const taken = edits.flatMap((edit, index) => {
    const slug = edit.entity === "commitment" ? edit.fields?.slug : null;
    const holder = slug ? kept.get(slug) : undefined;
    return holder && holder !== edit.id ? [[`${index}.slug`, "addressTaken"]] : [];
  });
  return Object.fromEntries(taken);
}
