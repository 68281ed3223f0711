import { expect, it } from "vitest";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import { generatedReport } from "./generated-report.ts";
import type { FileOrder } from "./making.ts";
import { orderFile } from "./workshop.ts";

const order = (snapshot: string): FileOrder => ({ format: "csv", locale: "en", snapshot, source: { sha256: "0".repeat(64), site: "https://example.ge" } });

it("refuses what would pile up, but not what is being published, and goes on after orders that fail", async () => {
  const flood = await Promise.allSettled(Array.from({ length: 20 }, () => orderFile(order("{}"))));
  const refused = flood.map((outcome) => (outcome.status === "rejected" ? String(outcome.reason) : "made"));
  expect(refused.filter((reason) => reason.includes("UNAVAILABLE"))).toHaveLength(4);
  expect(refused.filter((reason) => reason.includes("FORMAT_UNKNOWN"))).toHaveLength(16);
  const good = order(canonicalJson(generatedReport({ commitments: 1, milestones: 1 })));
  const [patient, ...others] = await Promise.all([orderFile(good, { patient: true }), ...Array.from({ length: 15 }, () => orderFile(good)), orderFile(good, { patient: true })]);
  expect(new Set([patient, ...others].map((bytes) => Buffer.from(bytes ?? []).toString("base64"))).size).toBe(1);
});

it("makes what is published before what others asked for earlier", async () => {
  const small = order(canonicalJson(generatedReport({ commitments: 1, milestones: 1 })));
  const done: string[] = [];
  const others = Array.from({ length: 6 }, () => orderFile(small).then(() => done.push("download")));
  const published = orderFile(small, { patient: true }).then(() => done.push("published"));
  await Promise.all([...others, published]);
  expect(done.indexOf("published")).toBeLessThan(2);
});
