import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { findPublic } from "#lib/search/found/queries.ts";
import { newId } from "#lib/platform/ids.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { parseSearch } from "#lib/search/schema.ts";
import { suggest } from "#lib/search/suggestions/queries.ts";
import { aMixedRecord, commentIn } from "./mixed-factories.ts";
import { publicOutputs } from "./public-outputs.ts";

const now = new Date("2026-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

class Undone extends Error {}

describe("feeds, calendars, cards, pictures, posters, JSON-LD, figures, comparisons and the search", () => {
  it("never have an e-mail address, nor anything of a draft or of what waits", async () => {
    const text = await publicOutputs(mixed.draft, ["Zugdidi"], now);
    expect(text.match(/.{0,60}(poison|secret\.example).{0,40}/g) ?? []).toEqual([]);
    expect(text).toContain("Zugdidi");
    expect(text.length).toBeGreaterThan(20_000);
  });

  it("find nothing of a draft or of what waits", async () => {
    const found = await findPublic(parseSearch({ q: "poison" }), now);
    expect(found?.hits.map(({ kind }) => kind)).toEqual([]);
    expect(await suggest("poison")).toEqual([]);
  });

  it("never have what is not public, in whatever state things are", { timeout: 240_000 }, async () => {
    const state = fc.constantFrom("unconfirmed", "pending", "published", "rejected", "hidden");
    const { secretariat, plan } = mixed.subject;
    const event = (status: string, n: number) => ({
      slug: `made-${n}-${newId()}`, secretariatId: secretariat.id, planId: plan.id, kind: "other", title: { en: status === "draft" ? "poison" : "said" }, minutes: { en: status === "draft" ? "poison" : "said" }, status, savedAt: now, actorName: "poison",
      startsOn: "2027-01-01", ...(status === "draft" ? {} : { publishedAt: now }), ...(status === "cancelled" ? { cancelledAt: now, cancelReason: { en: "ill" } } : {}),
    });
    await fc.assert(fc.asyncProperty(fc.array(state, { maxLength: 4 }), fc.array(fc.constantFrom("draft", "published", "cancelled"), { maxLength: 3 }), async (comments, events) => {
      await inTransaction(async () => {
        for (const status of comments) await commentIn(status, mixed.subject);
        for (const [n, status] of events.entries()) await db().processEvent.create({ data: event(status, n) });
        const text = await publicOutputs(mixed.draft, [], now);
        expect(text.match(/.{0,60}(poison|secret\.example).{0,40}/g) ?? []).toEqual([]);
        throw new Undone();
      }, 120_000).catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    }), { numRuns: 4 });
  });
});
