import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./passwords.ts";

it("a crowd is sent away, and nothing of that stays: afterwards known and unknown people are answered alike", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 80 }, () => verifyPassword(null, "guess")));
  expect(answers.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "TOO_MANY_ATTEMPTS" } });
  expect(await verifyPassword(null, "guess")).toBe(false);
  const stored = await hashPassword("the right one, at length");
  expect(await verifyPassword(stored, "the right one, at length")).toBe(true);
  expect(await verifyPassword(stored, "guess")).toBe(false);
}, 60_000);
