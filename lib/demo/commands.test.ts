import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/record/actors/schema.ts";
import { listAssessmentWork } from "#lib/assessments/work/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { createFirstAdministrator, verifySignIn } from "#lib/accounts/sign-in/commands.ts";
import { prepareInstallation } from "./commands.ts";
import { demoAccountsSchema } from "./schema.ts";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "open-commitments-demo-"));
const place = path.join(dataDir, "demo-accounts.json");
const now = new Date("2026-11-21T08:00:00Z");
const later = new Date("2026-11-21T09:00:00Z");

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const tokenOf = (link: string | null): string => new URL(link ?? "").searchParams.get("link") ?? "";

describe("an installation without a demo", () => {
  it("gets the lists and a link for its first administrator, a new one at each start", async () => {
    const first = await prepareInstallation({ demo: false, dataDir }, now);
    expect(first).toMatchObject({ accounts: [], setupLink: expect.stringContaining("/ka/setup?") as string });
    expect([await db().plan.count(), await db().account.count(), await db().sdg.count()]).toEqual([0, 0, 17]);
    const second = await prepareInstallation({ demo: false, dataDir }, later);
    expect(second.setupLink).not.toBe(first.setupLink);
    const person = { email: "first@example.ge", name: "ნინო", password: "კარგი პაროლი 1", repeated: "კარგი პაროლი 1" };
    await expect(createFirstAdministrator(tokenOf(first.setupLink), person, later)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    expect(await db().accountLink.count({ where: { purpose: "first_administrator", usedAt: null, expiresAt: { gt: later } } })).toBe(1);
  });
});

describe("the demo", () => {
  it("loads both plans as their sources state them, with the first reported, assessed and its report published", async () => {
    const { accounts, setupLink } = await prepareInstallation({ demo: true, dataDir }, now);
    expect(setupLink).toBeNull();
    expect(accounts.map(({ role }) => role)).toEqual(["administrator", "secretariat", "moderator", "coordinator", "coordinator", "monitor"]);
    const plans = await db().plan.findMany({ orderBy: { slug: "asc" }, select: { slug: true, status: true, _count: { select: { commitments: true, periods: true, reports: true, legalActs: true, parts: true } } } });
    expect(plans).toEqual([
      { slug: "dmanisi-2024-2025", status: "adopted", _count: { commitments: 13, periods: 1, reports: 0, legalActs: 1, parts: 5 } },
      { slug: "georgia-2018-2019", status: "adopted", _count: { commitments: 1, periods: 1, reports: 1, legalActs: 1, parts: 1 } },
    ]);
    const report = await db().report.findFirstOrThrow({ include: { versions: true, period: true, sections: true } });
    expect(report).toMatchObject({ slug: "georgia-2018-2019-2019-annual", status: "final", sections: [], period: { slug: "2019-annual", status: "closed" } });
    expect(report.versions).toMatchObject([{ number: 1, stage: "final" }]);
    expect(report.versions[0]?.publishedAt.toISOString().slice(0, 10)).toBe("2020-12-31");
    const updates = await db().progressUpdate.findMany({ select: { status: true, progress: true, milestone: { select: { number: true } } } });
    expect(updates.map(({ milestone }) => milestone?.number ?? "").sort()).toEqual(["", "5.1", "5.2", "5.3"]);
    expect(new Set(updates.map(({ status, progress }) => `${status} ${progress}`))).toEqual(new Set(["accepted suspended"]));
    expect(await db().assessment.count({ where: { status: "published", grade: { code: "not_implemented" } } })).toBe(4);
  });

  it("leaves Dmanisi's current half-year open and empty", async () => {
    const period = await db().reportingPeriod.findFirstOrThrow({ where: { plan: { slug: "dmanisi-2024-2025" } }, include: { _count: { select: { updates: true, assessments: true } } } });
    expect(period).toMatchObject({ slug: "2026-h2", status: "open", startsOn: "2026-07-01", endsOn: "2026-12-31", dueOn: "2026-12-31", _count: { updates: 0, assessments: 0 } });
  });

  it("has the working groups that a source tells of, with their meetings and no day that it does not state", async () => {
    const groups = await db().workingGroup.findMany({ orderBy: { slug: "asc" }, select: { slug: true, publishedAt: true, _count: { select: { events: true, members: true } }, secretariat: { select: { slug: true, _count: { select: { plans: true } } } } } });
    expect(groups.map(({ slug, _count }) => [slug.split("-")[0], _count.events])).toEqual([["baghdati", 2], ["khoni", 2], ["lanchkhuti", 1], ["terjola", 1], ["vani", 1]]);
    expect(groups.every(({ secretariat, publishedAt, _count }) => secretariat.slug === "par-roadmap-forum" && secretariat._count.plans === 0 && publishedAt && _count.members === 0)).toBe(true);
    const events = await db().processEvent.findMany({ select: { status: true, startsOn: true, presentsResults: true } });
    expect(events).toHaveLength(8);
    expect(new Set(events.map(({ status, startsOn, presentsResults }) => `${status} ${startsOn} ${presentsResults}`))).toEqual(new Set(["published null false"]));
    expect(await db().recommendation.count()).toBe(0);
  });

  it("writes accounts down for their owner only, with passwords that let them in", async () => {
    expect(statSync(place).mode & 0o777).toBe(0o600);
    const accounts = demoAccountsSchema.parse(JSON.parse(readFileSync(place, "utf8")));
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    for (const { email, password } of accounts) await expect(verifySignIn({ email, password, address: email }, now)).resolves.toMatchObject({ sessionVersion: expect.any(Number) as number });
    const secretariat = await db().account.findUniqueOrThrow({ where: { email: "secretariat@demo.example" }, include: { memberships: { include: { organisation: { include: { plans: true } } } } } });
    expect(secretariat.memberships.flatMap(({ organisation }) => organisation?.plans.map(({ slug }) => slug)).sort()).toEqual(["dmanisi-2024-2025", "georgia-2018-2019"]);
  });

  it("gives each coordinator something to lead", async () => {
    for (const [email, slug] of [["coordinator-dmanisi@demo.example", "dmanisi-2024-2025"], ["coordinator-zugdidi@demo.example", "georgia-2018-2019"]] as const) {
      const led = await db().commitment.count({ where: { plan: { slug }, leadOrganisation: { memberships: { some: { role: "coordinator", account: { email } } } } } });
      expect(led).toBeGreaterThan(0);
    }
  });

  it("gives the monitor everything to assess, and nothing that was assessed: no source holds an independent judgement", async () => {
    const { memberships: [membership] } = await db().account.findUniqueOrThrow({ where: { email: "monitor@demo.example" }, include: { memberships: true } });
    const monitor: Actor = { accountId: null, name: "monitor", memberships: [{ role: "monitor", organisationId: membership?.organisationId ?? "" }], system: false };
    const periods = await listAssessmentWork(monitor, { voice: "independent", organisationId: membership?.organisationId ?? "" });
    expect(periods.map(({ assessed, waiting, commitments }) => [commitments.length, assessed, waiting])).toEqual([[13, 0, 0], [1, 0, 4]]);
    expect(await db().assessment.count({ where: { voice: "independent" } })).toBe(0);
  });

  it("changes nothing at the second start, and says the same accounts", async () => {
    const events = await db().auditEvent.count();
    const again = await prepareInstallation({ demo: true, dataDir }, later);
    expect(again.accounts).toEqual(JSON.parse(readFileSync(place, "utf8")));
    expect([await db().auditEvent.count(), await db().account.count(), await db().plan.count()]).toEqual([events, 6, 2]);
  });

  it("names none of its accounts to an installation that has turned it off", async () => {
    expect(await prepareInstallation({ demo: false, dataDir }, later)).toEqual({ accounts: [], setupLink: null });
  });
});
