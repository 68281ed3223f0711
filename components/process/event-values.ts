import type { EventRecord } from "#lib/process/events/queries.ts";
import type { EventFormValues } from "#lib/process/events/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { newId } from "#lib/platform/ids.ts";

/** A text as the inputs of a form hold it. */
export function typed(text: Localized | null | undefined): { ka: string; en: string } {
  return { ka: text?.ka ?? "", en: text?.en ?? "" };
}

/** What the form of an event shows: of the recommendations, those that can still be changed. */
export function eventValues(record: EventRecord | null, secretariatId: string): EventFormValues {
  const content = record?.content;
  const open = (record?.recommendations ?? []).filter(({ answered }) => !answered);
  return {
    id: null, version: null, secretariatId, kind: content?.kind ?? ("" as EventFormValues["kind"]), planId: content?.planId ?? "", groupId: content?.groupId ?? "",
    title: typed(content?.title), startsOn: content?.startsOn ?? "", endsOn: content?.endsOn ?? "", place: typed(content?.place), url: content?.url ?? "",
    summary: typed(content?.summary), agenda: typed(content?.agenda), minutes: typed(content?.minutes), presentsResults: content?.presentsResults ?? false,
    attendance: (content?.attendance ?? []).map(({ organisationId, name, sector, people }) => ({ organisationId: organisationId ?? "", name: typed(name), sector, people: String(people ?? "") })),
    decisions: (content?.decisions ?? []).map(({ text }) => ({ text: typed(text) })),
    recommendations: open.map(({ id, text, addresseeId, dueOn }) => ({ id, text: typed(text), addresseeId, dueOn: dueOn ?? "" })),
    evidence: [],
  };
}

/** What an added line of each list begins with. */
export const blankEventLine = {
  attendance: () => ({ organisationId: "", name: typed(null), sector: "", people: "" }),
  decisions: () => ({ text: typed(null) }),
  recommendations: () => ({ id: newId(), text: typed(null), addresseeId: "", dueOn: "" }),
};
