import { describe, expect, it } from "vitest";
import { treeOrder, workState } from "./rules.ts";

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
