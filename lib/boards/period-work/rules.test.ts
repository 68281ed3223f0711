import { describe, expect, it } from "vitest";
import { progressStatuses } from "#lib/reporting/schema.ts";
import { nextLine, standingOf, type LineState } from "./rules.ts";

const now = new Date("2019-09-10T10:00:00Z");
const subject = { due: "2020", sourceIds: ["page", "act"], reachable: progressStatuses };
const said = { progress: null, result: null, reasons: null, noProgress: false, evidence: [] };
const at = { accepted: false, now };

describe("where a line stands", () => {
  it("is not started, or accepted, while nothing is said", () => {
    expect(standingOf(null, null, subject, at).state).toBe("none");
    expect(standingOf(null, null, subject, { ...at, accepted: true }).state).toBe("accepted");
  });

  it("names each missing thing, by the rules that decide when it is sent", () => {
    expect(standingOf("draft", said, subject, at)).toMatchObject({ state: "missing", missing: ["progress", "result"], unmet: ["page", "act"] });
    const completed = { ...said, progress: "completed" as const, result: { en: "Done" } };
    expect(standingOf("draft", completed, subject, at)).toMatchObject({ missing: ["evidence"] });
    expect(standingOf("draft", { ...completed, evidence: [{ verificationSourceId: null }, { verificationSourceId: null }] }, subject, at)).toMatchObject({ missing: ["source"] });
    expect(standingOf("draft", { ...completed, evidence: [{ verificationSourceId: "page" }] }, subject, at)).toMatchObject({ state: "ready", missing: [], unmet: ["act"] });
  });

  it("says why reasons are asked for", () => {
    const late = { ...subject, due: "2019-06" };
    expect(standingOf("draft", { ...said, progress: "in_progress", result: { en: "Begun" } }, late, at)).toMatchObject({ state: "missing", missing: ["reasons"], why: "late" });
    const nothing = { ...said, progress: "in_progress" as const, noProgress: true };
    expect(standingOf("draft", nothing, subject, at)).toMatchObject({ missing: ["reasons"], why: "no_progress", unmet: [] });
    expect(standingOf("draft", { ...nothing, reasons: { en: "No money" } }, subject, at).state).toBe("ready");
  });

  it.each([["submitted", "sent"], ["returned", "returned"]] as const)("%s stays %s, whatever is missing", (status, state) => {
    expect(standingOf(status, said, subject, at).state).toBe(state);
  });
});

describe("the line to go on with", () => {
  const lines = (["sent", "none", "ready", "missing", "accepted", "returned"] satisfies LineState[]).map((state, index) => ({ id: String(index), state }));
  it("is the next that asks for something, from the top again at the end", () => {
    expect(["0", "1", "3", "5"].map((id) => nextLine(lines, id)?.id)).toEqual(["1", "3", "5", "1"]);
    expect(nextLine(lines.slice(1, 3), "1")).toBeNull();
  });
});
