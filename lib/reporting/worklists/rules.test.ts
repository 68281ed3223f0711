import { describe, expect, it } from "vitest";
import { sharesOf, treeOrder, workState } from "./rules.ts";

describe("a coordinator's list", () => {
  it("shows the working update before the accepted one", () => {
    expect(workState([])).toBe("none");
    expect(workState(["accepted"])).toBe("accepted");
    expect(workState(["accepted", "returned"])).toBe("returned");
    expect(workState(["superseded"])).toBe("none");
  });

  it("keeps sub-milestones under theirs, and those of a foreign milestone at the top", () => {
    const items = [{ id: "1", parentId: null }, { id: "2", parentId: null }, { id: "1a", parentId: "1" }, { id: "9a", parentId: "9" }, { id: "1b", parentId: "1" }];
    expect(treeOrder(items).map(({ item, depth }) => `${item.id}:${depth}`)).toEqual(["1:0", "1a:1", "1b:1", "2:0", "9a:0"]);
  });
});

describe("the Secretariat's list", () => {
  it("counts by agency what is sent of what there is", () => {
    const [hall, council] = [{ id: "hall" }, { id: "council" }];
    const lines = [{ subjectId: "1", agency: hall }, { subjectId: "2", agency: council }, { subjectId: "3", agency: hall }];
    expect(sharesOf(lines, new Set(["3", "9"]))).toEqual([{ agency: hall, lines: 2, sent: 1 }, { agency: council, lines: 1, sent: 0 }]);
    expect(sharesOf([], new Set())).toEqual([]);
  });
});
