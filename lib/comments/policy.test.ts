import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canModerate, canRespond, moderationScope, responseScope } from "./policy.ts";

const plan = { secretariatId: "secretariat" };
const actorAs = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });
const own: Record<Role, { moderate: boolean; respond: boolean }> = {
  administrator: { moderate: false, respond: false },
  secretariat: { moderate: true, respond: true },
  coordinator: { moderate: false, respond: false },
  moderator: { moderate: true, respond: false },
  monitor: { moderate: false, respond: false },
};

describe.each(roles)("a %s", (role) => {
  const organisation = role === "administrator" ? null : "secretariat";

  it("of the plan's own secretariat", () => {
    const actor = actorAs(role, organisation);
    expect({ moderate: canModerate(actor, plan), respond: canRespond(actor, plan) }).toEqual(own[role]);
    expect(moderationScope(actor)).toEqual(own[role].moderate ? ["secretariat"] : []);
    expect(responseScope(actor)).toEqual(own[role].respond ? ["secretariat"] : []);
  });

  it("of another body can do neither", () => {
    const actor = actorAs(role, organisation && "another");
    expect([canModerate(actor, plan), canRespond(actor, plan)]).toEqual([false, false]);
  });
});

it("lets the system do both, everywhere", () => {
  const system = systemActor("import");
  expect([canModerate(system, plan), canRespond(system, plan), moderationScope(system), responseScope(system)]).toEqual([true, true, "all", "all"]);
});
