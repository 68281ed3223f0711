import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { saveGroup } from "#lib/process/working-groups/commands.ts";
import { aProcess, processNow as now } from "#prisma/process-factories.ts";
import { getPublishedGroup, listPublishedGroups } from "./queries.ts";

const slugOf = async (id: string) => (await db().workingGroup.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;

it("a group is shown with its seats, its meetings, and when it last met", async () => {
  const set = await aProcess();
  const members = [{ organisationId: set.agency.id, name: {}, sector: "government" as const, role: "chair" as const }, { organisationId: null, name: { en: "Youth union" }, sector: "civil_society" as const, role: "member" as const }];
  const group = await set.publishedGroup({ kind: "forum", startsOn: "2025", members });
  for (const startsOn of ["2026-10-01", "2026-11-10", "2026-12-24"]) await set.published({ groupId: group.id, startsOn, recommendations: startsOn < "2026-12" ? [set.asked()] : [] });
  const slug = await slugOf(group.id);
  expect(await getPublishedGroup(slug)).toMatchObject({
    slug, kind: "forum", mandate: null, sourceNote: null, term: { startsOn: "2025", endsOn: null }, plan: null, secretariat: { slug: set.secretariat.slug },
    members: [{ sector: "government", role: "chair", organisation: { slug: set.agency.slug } }, { sector: "civil_society", role: "member", organisation: null, name: { en: "Youth union" } }],
    events: [{ startsOn: "2026-12-24" }, { startsOn: "2026-11-10", recommendations: 1 }, { startsOn: "2026-10-01" }],
  });
  const line = (await listPublishedGroups("2026-11-20")).find((one) => one.slug === slug);
  expect(line).toMatchObject({ members: 2, events: 3, recommendations: 2, lastMetOn: "2026-11-10" });
});

it("a draft of a group is not shown", async () => {
  const set = await aProcess();
  const draft = await saveGroup(set.secretary, set.typedGroup(), now);
  const slug = await slugOf(draft.id);
  expect(await getPublishedGroup(slug)).toBeNull();
  expect((await listPublishedGroups("2026-11-20")).some((one) => one.slug === slug)).toBe(false);
});
