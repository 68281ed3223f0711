import { Refused } from "./schema.ts";
import { attribute, readXml } from "./xml.ts";
import { unpackWhole, type Zip } from "./zip.ts";

/** Where the parts of a workbook are inside its archive. */
export interface WorkbookParts {
  workbook: string;
  /** In the order of the tabs. */
  sheets: { name: string; part: string }[];
  strings: string | null;
  styles: string | null;
  from1904: boolean;
}

/** Where a target named in the relations of a part lies in the archive. */
function resolved(target: string, from: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const way = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") way.pop();
    else if (step !== ".") way.push(step);
  }
  return way.join("/");
}

export function relationsPart(part: string): string {
  return part.replace(/([^/]*)$/, "_rels/$1.rels");
}

async function relationsOf(zip: Zip, part: string): Promise<{ id: string; type: string; target: string }[]> {
  const relations: { id: string; type: string; target: string }[] = [];
  await readXml(zip, relationsPart(part), {
    open: (tag, { Id = "", Type = "", Target = "" }) => {
      if (tag === "Relationship") relations.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target: resolved(Target, part) });
    },
  });
  return relations;
}

/** What must not be in a workbook that is read here, told by its list of contents and by what it calls itself. */
async function refuseForeign(zip: Zip): Promise<void> {
  const names = [...zip.entries.keys()].map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith("vbaproject.bin") || name.includes("xl/macrosheets/"))) throw new Refused("macros");
  if (names.some((name) => name.startsWith("xl/externallinks/"))) throw new Refused("externalLinks");
  if (names.some((name) => name.endsWith("xl/workbook.bin"))) throw new Refused("oldFormat");
  const types = zip.entries.get("[Content_Types].xml");
  if (!types) throw new Refused("notASheet");
  if (Buffer.from(await unpackWhole(zip, types)).toString("latin1").includes("macroEnabled")) throw new Refused("macros");
}

/** Finds the parts of a workbook; refuses one with macros or links to other files, and what is no workbook. */
export async function workbookParts(zip: Zip): Promise<WorkbookParts> {
  await refuseForeign(zip);
  const workbook = (await relationsOf(zip, "")).find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const relations = await relationsOf(zip, workbook);
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  const found: WorkbookParts = { workbook, sheets: [], strings: target("sharedStrings"), styles: target("styles"), from1904: false };
  const isWorkbook = await readXml(zip, workbook, {
    open: (tag, attributes) => {
      if (tag === "workbookPr") found.from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      const part = tag === "sheet" ? relations.find(({ id, type }) => type === "worksheet" && id === attribute(attributes, "id"))?.target : undefined;
      if (part) found.sheets.push({ name: attributes.name ?? "", part });
    },
  });
  if (!isWorkbook || found.sheets.length === 0) throw new Refused("notASheet");
  return found;
}
