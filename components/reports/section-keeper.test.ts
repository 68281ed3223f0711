import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "#lib/platform/answers.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import type { WrittenSection } from "#lib/reports/sections/queries.ts";
import type { SavedSection, SaveSectionInput } from "#lib/reports/sections/schema.ts";
import { SectionKeepers } from "./section-keepers.ts";

const at = new Date("2020-06-01T08:00:00Z");
const reportId = "11111111-1111-7111-8111-111111111111";
const rich = (text: string) => richTextOf(text) ?? undefined;
const body = (text: string) => ({ ka: rich(text), en: undefined });

/** A record with one section, its doors, and what was sent through them. */
function record(initial: string | null = "ა") {
  let row: WrittenSection | null = initial === null ? null : { key: "introduction", heading: null, body: body(initial), version: 1, savedAt: at, savedBy: "Nino" };
  let report = 1;
  let broken: "load" | "save" | "answer" | null = null;
  const sent: SaveSectionInput[] = [];
  const save = async (input: SaveSectionInput): Promise<Answer<SavedSection>> => {
    sent.push(input);
    if (broken === "save") throw new Error("no connection");
    if ((row?.version ?? null) !== input.version) return { ok: false, code: "CONFLICT", fieldErrors: {} };
    row = { key: "introduction", heading: null, body: input.body, version: (row?.version ?? 0) + 1, savedAt: at, savedBy: "I" };
    report += 1;
    if (broken === "answer") throw new Error("the answer was lost");
    return { ok: true, value: { version: row.version, reportVersion: report, savedAt: at } };
  };
  const load = async (): Promise<Answer<WrittenSection | null>> => {
    if (broken === "load") throw new Error("no connection");
    return { ok: true, value: row };
  };
  const keepers = new SectionKeepers(reportId, report, { owner: "me", name: "I", load, save });
  return {
    keepers, keeper: keepers.of("introduction"), sent,
    now: () => row, breaks: (what: typeof broken) => (broken = what),
    colleague: (text: string | null) => {
      row = text === null ? null : { key: "introduction", heading: null, body: body(text), version: (row?.version ?? 0) + 1, savedAt: at, savedBy: "Colleague" };
      report += 1;
    },
  };
}

const kept = new Map<string, string>();
beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  vi.stubGlobal("sessionStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const pause = () => vi.advanceTimersByTimeAsync(2_500);

describe("a section in hand", () => {
  it("is loaded when it is opened, and saved after a pause", async () => {
    const { keeper, now, sent } = record();
    await keeper.open();
    expect(keeper.view()).toMatchObject({ ready: true, values: { body: body("ა") }, saved: { version: 1, by: "Nino" }, keeping: "kept" });
    keeper.type({ body: body("აბ") });
    expect(keeper.view().keeping).toBe("typing");
    await pause();
    expect(keeper.view()).toMatchObject({ keeping: "kept", saved: { version: 2, by: "I" } });
    expect([now()?.body, sent.length, kept.size]).toEqual([body("აბ"), 1, 0]);
  });

  it("is begun where nothing was written", async () => {
    const { keeper, now } = record(null);
    await keeper.open();
    keeper.type({ body: body("ა") });
    expect(await keeper.flush()).toBe(true);
    expect(now()).toMatchObject({ version: 1, body: body("ა") });
  });

  it("sends nothing when nothing is said otherwise", async () => {
    const { keeper, sent } = record();
    await keeper.open();
    keeper.type({ body: { ...body("ა") } });
    keeper.type({ body: body("ბ") });
    keeper.type({ body: body("ა") });
    await pause();
    expect([sent, keeper.view().keeping, kept.size]).toEqual([[], "kept", 0]);
  });

  it("outlives a lost connection, and a reload meanwhile", async () => {
    const { keeper, breaks, keepers, now } = record();
    await keeper.open();
    breaks("save");
    keeper.type({ body: body("აბ") });
    await pause();
    expect([keeper.view().keeping, keepers.unsaved]).toEqual(["offline", true]);
    const later = record();
    await later.keeper.open();
    expect(later.keeper.view()).toMatchObject({ values: { body: { ka: rich("აბ") } }, keeping: "typing" });
    await pause();
    expect(later.now()?.body).toEqual(body("აბ"));
    breaks(null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([now()?.body, keeper.view().keeping]).toEqual([body("აბ"), "kept"]);
  });

  it("says why a text is refused, and is not lost with it", async () => {
    const { keeper, sent } = record();
    await keeper.open();
    keeper.type({ body: body("ა".repeat(200_001)) });
    expect(await keeper.flush()).toBe(false);
    expect(keeper.view()).toMatchObject({ keeping: "refused", code: "INVALID_INPUT", errors: { "body.ka": "textTooLong" } });
    expect([sent.length, kept.size]).toEqual([0, 1]);
    keeper.type({ body: body("ა".repeat(10)) });
    expect(await keeper.flush()).toBe(true);
    expect(keeper.view().errors).toEqual({});
  });
});

describe("a colleague who was faster", () => {
  it("is shown beside what was typed, and replaced by a second save alone", async () => {
    const { keeper, colleague, now, sent } = record();
    await keeper.open();
    colleague("მათი");
    keeper.type({ body: body("ჩემი") });
    await pause();
    const { theirs } = keeper.view();
    expect([theirs?.savedBy, keeper.view().values.body, now()?.body]).toEqual(["Colleague", body("ჩემი"), body("მათი")]);
    keeper.type({ body: body("ჩემი!") });
    await pause();
    expect(sent).toHaveLength(1);
    if (theirs) keeper.keepMine(theirs);
    await pause();
    expect([now()?.body, keeper.view().theirs]).toEqual([body("ჩემი!"), undefined]);
  });

  it("may be let stand, and the editors begin anew", async () => {
    const { keeper, colleague, sent } = record();
    await keeper.open();
    colleague("მათი");
    keeper.type({ body: body("ჩემი") });
    await pause();
    const { theirs, generation } = keeper.view();
    keeper.takeTheirs(theirs ?? null);
    expect(keeper.view()).toMatchObject({ values: { body: body("მათი") }, generation: generation + 1, keeping: "kept", theirs: undefined });
    await pause();
    expect([sent.length, kept.size]).toEqual([1, 0]);
  });

  it("is nobody when it was this page, whose answer was lost", async () => {
    const { keeper, breaks } = record();
    await keeper.open();
    breaks("answer");
    keeper.type({ body: body("აბ") });
    await pause();
    breaks(null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keeper.view()).toMatchObject({ keeping: "kept", theirs: undefined, saved: { version: 2 } });
  });

  it("who removed the section leaves what was typed on the page", async () => {
    const { keeper, colleague } = record();
    await keeper.open();
    colleague(null);
    keeper.type({ body: body("ჩემი") });
    await pause();
    expect(keeper.view()).toMatchObject({ theirs: null, values: { body: body("ჩემი") }, keeping: "refused" });
  });

  it("is met again after a reload", async () => {
    const { keeper, breaks } = record();
    await keeper.open();
    breaks("save");
    keeper.type({ body: body("ჩემი") });
    await pause();
    const later = record();
    later.colleague("მათი");
    await later.keeper.open();
    expect(later.keeper.view()).toMatchObject({ values: { body: { ka: rich("ჩემი") } }, theirs: { savedBy: "Colleague" }, keeping: "refused" });
  });
});

describe("the version of the report that a page has seen", () => {
  it("moves on with its own changes, in whatever order their answers come", () => {
    const { keepers } = record();
    keepers.moved(3);
    expect(keepers.seen).toBe(1);
    keepers.moved(2);
    expect(keepers.seen).toBe(3);
  });

  it("stays behind a colleague's until the page shows it, which loads what they wrote", async () => {
    const { keepers, keeper, colleague } = record();
    await keeper.open();
    colleague("მათი");
    keepers.moved(3);
    expect(keepers.seen).toBe(1);
    keepers.shown(3);
    await vi.advanceTimersByTimeAsync(0);
    expect([keepers.seen, keeper.view().values.body]).toEqual([3, body("მათი")]);
    keepers.shown(2);
    expect(keepers.seen).toBe(3);
  });

  it("is everything's, saved at once", async () => {
    const { keepers, keeper, breaks } = record();
    await keeper.open();
    keeper.type({ body: body("აბ") });
    expect(await keepers.flush()).toBe(true);
    expect([keepers.seen, keepers.unsaved]).toEqual([2, false]);
    breaks("save");
    keeper.type({ body: body("აბგ") });
    expect(await keepers.flush()).toBe(false);
  });
});
