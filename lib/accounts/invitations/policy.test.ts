import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canInvite, canManageInvitation, canSeeCoordinators } from "./policy.ts";

const actorWith = (role: Role): Actor => ({ accountId: "me", name: "ნინო", memberships: [{ role, organisationId: role === "administrator" ? null : "secretariat" }], system: false });
const led = ["zugdidi", "dmanisi"];
const pairs = roles.flatMap((actor) => roles.map((invited) => ({ actor, invited })));

describe("who may invite whom", () => {
  it.each(pairs)("a $actor a $invited", ({ actor, invited }) => {
    const membership = { role: invited, organisationId: invited === "administrator" ? null : "zugdidi" };
    const theirs = actor === "secretariat" ? led : [];
    const expected = actor === "administrator" || (actor === "secretariat" && invited === "coordinator");
    expect(canInvite(actorWith(actor), [membership], theirs)).toBe(expected);
    expect(canManageInvitation(actorWith(actor), { memberships: [membership] }, theirs)).toBe(expected);
  });

  it("a Secretariat no coordinator of an organisation that leads nothing in its plans, nobody without a role, and nobody with another role besides", () => {
    const secretariat = actorWith("secretariat");
    const coordinator = { role: "coordinator", organisationId: "zugdidi" };
    expect(canInvite(secretariat, [{ role: "coordinator", organisationId: "elsewhere" }], led)).toBe(false);
    expect(canInvite(secretariat, [], led)).toBe(false);
    expect(canInvite(secretariat, [coordinator, { role: "moderator", organisationId: "zugdidi" }], led)).toBe(false);
    expect(canInvite(secretariat, [coordinator, { role: "coordinator", organisationId: "dmanisi" }], led)).toBe(true);
  });

  it("an administrator somebody who has no role yet", () => expect(canInvite(actorWith("administrator"), [], [])).toBe(true));
  it("the system anybody", () => expect(canInvite(systemActor("demo"), [{ role: "administrator", organisationId: null }], [])).toBe(true));
});

it.each(roles.map((role) => ({ role })))("a $role sees the list of coordinators only in a Secretariat", ({ role }) => {
  expect(canSeeCoordinators(actorWith(role))).toBe(role === "secretariat");
});
