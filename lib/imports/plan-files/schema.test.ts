import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { planFileSchema } from "./schema.ts";

const title = "Open Commitments plan file, version 1";
const demo = (name: string) => JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"));

describe("the format of plan files", () => {
  it("is documented as JSON Schema just as it is read (mend the document with vitest -u)", async () => {
    const { $schema, ...schema } = z.toJSONSchema(planFileSchema, { io: "input" });
    await expect(`${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`).toMatchFileSnapshot("../../../docs/plan-file.schema.json");
  });

  it.each(["georgia-2018-2019", "dmanisi-2024-2025"])("is that of %s", (name) => {
    expect(planFileSchema.safeParse(demo(name)).error).toBeUndefined();
  });

  it("takes milestones in milestones, however deep", () => {
    const file = demo("georgia-2018-2019");
    const inner = { number: "5.1.1.1", title: { en: "Inner" } };
    file.commitments[0].milestones[0].milestones = [{ number: "5.1.1", title: { en: "Outer" }, milestones: [inner] }];
    expect(planFileSchema.parse(file).commitments[0]?.milestones?.[0]?.milestones?.[0]?.milestones).toEqual([inner]);
  });
});
