import { describe, expect, it } from "vitest";
import { changesOf, recommendationsAfter, touchesAnswered, traceOf, type EventContent, type StandingRecommendation } from "./rules.ts";
import { saveEventSchema } from "./schema.ts";

const line = (id: string, text = id) => ({ id, text: { ka: text }, addresseeId: "agency", dueOn: null });
const row = (id: string, number: number, answered = false): StandingRecommendation => ({ ...line(id), number, answered });
const numbered = (rows: { id: string; number: number }[]) => rows.map(({ id, number }) => `${number} ${id}`);

describe("recommendations of an event that is edited", () => {
  it("are numbered in the order of the form while it is a draft", () => {
    expect(numbered(recommendationsAfter([row("a", 1), row("b", 2)], [line("b"), line("c"), line("a")], false))).toEqual(["1 b", "2 c", "3 a"]);
  });

  it("keep their numbers once it is public; new ones come after all", () => {
    expect(numbered(recommendationsAfter([row("a", 1), row("b", 2), row("c", 3)], [line("d"), line("c"), line("b")], true))).toEqual(["2 b", "3 c", "4 d"]);
  });

  it("leave their number to nobody when they are taken out", () => {
    expect(numbered(recommendationsAfter([row("a", 1)], [line("a"), line("c")], true, [1, 2]))).toEqual(["1 a", "3 c"]);
  });

  it("stay when they are answered, whatever the form says", () => {
    const after = recommendationsAfter([row("a", 1, true), row("b", 2)], [line("a", "changed")], true);
    expect(after).toEqual([{ ...line("a"), number: 1 }]);
    expect(touchesAnswered([row("a", 1, true)], [line("a", "changed")])).toBe(true);
    expect(touchesAnswered([row("a", 1, true), row("b", 2)], [line("a"), line("b", "changed")])).toBe(false);
  });
});

describe("the trace of an edit", () => {
  const content: EventContent = {
    kind: "other", planId: null, groupId: "g", title: { ka: "ა", en: "A" }, startsOn: "2026-11-15", endsOn: null, place: null, url: null, summary: null, agenda: null, minutes: null, presentsResults: false,
    attendance: [], decisions: [], recommendations: [{ ...line("r"), number: 1 }],
  };

  it("holds what differs, before and after, by names", () => {
    const { before, after } = changesOf(content, { ...content, groupId: null, minutes: { ka: "ოქმი" } });
    expect(traceOf(before, new Map([["g", { ka: "ჯგუფი" }]]))).toEqual({ group: { ka: "ჯგუფი" }, minutes: null });
    expect(traceOf(after, new Map())).toEqual({ group: null, minutes: { ka: "ოქმი" } });
    expect(changesOf(content, content)).toEqual({ before: {}, after: {} });
    expect(traceOf({ recommendations: content.recommendations }, new Map([["agency", { ka: "უწყება" }]]))).toEqual({ recommendations: [{ number: 1, text: { ka: "r" }, addressee: { ka: "უწყება" }, dueOn: null }] });
  });
});

describe("the form of an event", () => {
  const typed = {
    id: null, version: null, secretariatId: "0197a1c0-0000-7000-8000-000000000001", kind: "forum_meeting", planId: "", groupId: "", title: { ka: "შეხვედრა", en: "" }, startsOn: "2026-11-15", endsOn: "", place: {}, url: "",
    summary: {}, agenda: {}, minutes: {}, presentsResults: false, attendance: [], decisions: [], recommendations: [], evidence: [],
  };
  const errorsOf = (changes: object) => Object.fromEntries((saveEventSchema.safeParse({ ...typed, ...changes }).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
  const there = { organisationId: "", name: {}, sector: "government", people: "" };

  it("says nothing with empty fields", () => {
    expect(saveEventSchema.parse({ ...typed, attendance: [{ ...there, people: " 12 " }] })).toMatchObject({ planId: null, endsOn: null, url: null, attendance: [{ organisationId: null, people: 12 }] });
  });

  it("is the same when its action parses it again", () => {
    const parsed = saveEventSchema.parse({ ...typed, url: "https://example.ge", attendance: [{ ...there, people: "3" }], recommendations: [{ id: typed.secretariatId, text: { ka: "ა" }, addresseeId: typed.secretariatId, dueOn: "2026-12" }] });
    expect(saveEventSchema.parse(parsed)).toEqual(parsed);
  });

  it.each([
    [{ kind: "" }, { kind: "choiceRequired" }], [{ title: { ka: " " } }, { title: "required" }], [{ startsOn: "15.11.2026" }, { startsOn: "date" }], [{ endsOn: "2026-11-14" }, { endsOn: "endBeforeStart" }],
    [{ url: "javascript:alert(1)" }, { url: "url" }], [{ attendance: [there] }, { "attendance.0.organisationId": "whoRequired" }], [{ attendance: [{ ...there, people: "many" }] }, { "attendance.0.people": "numberExpected" }],
    [{ decisions: [{ text: {} }] }, { "decisions.0.text": "required" }],
  ])("%o: %o", (changes, errors) => expect(errorsOf(changes)).toMatchObject(errors));
});
