import { guessFacts } from "../facts/rules.ts";
import { guessColumns } from "../headings/rules.ts";
import { dataRows, guessKinds } from "../kinds/rules.ts";
import { choicesFor, statedNames } from "../organisations/rules.ts";
import { draftsOf } from "../points/rules.ts";
import type { LooseContext, LooseTable, Mapping } from "../schema.ts";

/** What columns, rows and names of a document most likely are: where a person's mapping begins. */
export function guessMapping(table: LooseTable, context: LooseContext): Mapping {
  const columns = guessColumns(table, dataRows(table));
  const rows = guessKinds(table, columns);
  const mapping: Mapping = { columns, rows, facts: guessFacts(table, { columns, rows }, context), names: {} };
  const names = statedNames(draftsOf(table, mapping, context), mapping, context);
  return { ...mapping, names: Object.fromEntries(choicesFor(names, mapping, context)) };
}
