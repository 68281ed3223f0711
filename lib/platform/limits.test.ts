import { expect, test } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { consume, giveBack } from "#lib/platform/limits.ts";

test("the attempt after the last allowed one is refused, for that key alone", async () => {
  for (let attempt = 0; attempt < 3; attempt += 1) await consume("guess", "nino@example.ge", 3, 60);
  await expect(consume("guess", "nino@example.ge", 3, 60)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  await consume("guess", "levan@example.ge", 3, 60);
  await consume("other", "nino@example.ge", 3, 60);
});

test("attempts at once are counted one by one", async () => {
  const tried = await Promise.allSettled(Array.from({ length: 20 }, () => consume("burst", "1.2.3.4", 5, 60)));
  expect(tried.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(5);
});

test("an attempt given back does not count", async () => {
  await consume("sign-in", "a", 1, 60);
  await giveBack("sign-in", "a", 1, 60);
  await consume("sign-in", "a", 1, 60);
});

test("no address and no e-mail is kept", async () => {
  await consume("guess", "tamar@example.ge", 3, 60);
  const rows = await db().rateLimit.findMany();
  expect(JSON.stringify(rows.map((row) => row.key))).not.toContain("tamar");
});
