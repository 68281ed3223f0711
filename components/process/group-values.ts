import type { GroupRecord } from "#lib/process/working-groups/queries.ts";
import type { GroupFormValues } from "#lib/process/working-groups/schema.ts";
import { typed } from "./event-values.ts";

/** What the form of a group shows. */
export function groupValues(record: GroupRecord | null, secretariatId: string): GroupFormValues {
  const content = record?.content;
  return {
    id: null, version: null, secretariatId, kind: content?.kind ?? "group", planId: content?.planId ?? "", name: typed(content?.name), mandate: typed(content?.mandate),
    startsOn: content?.startsOn ?? "", endsOn: content?.endsOn ?? "",
    members: (content?.members ?? []).map(({ organisationId, name, sector, role }) => ({ organisationId: organisationId ?? "", name: typed(name), sector, role })),
  };
}

/** What an added seat begins with. */
export function blankSeat() {
  return { organisationId: "", name: typed(null), sector: "", role: "member" };
}
