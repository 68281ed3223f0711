import { describe, expect, it } from "vitest";
import { hasRole, isAdministrator, isSecretariatOf, organisationsOf } from "./policy.ts";
import { roles, systemActor, type Actor } from "./schema.ts";

const actor: Actor = {
  accountId: "a", name: "ნინო", system: false,
  memberships: [{ role: "coordinator", organisationId: "zugdidi" }, { role: "secretariat", organisationId: "ogp" }, { role: "coordinator", organisationId: "dmanisi" }],
};

describe("roles", () => {
  it.each(roles.flatMap((role) => ["zugdidi", "ogp"].map((where) => ({ role, where, has: (role === "coordinator" && where === "zugdidi") || (role === "secretariat" && where === "ogp") }))))("$role in $where: $has", ({ role, where, has }) => {
    expect(hasRole(actor, role, where)).toBe(has);
  });

  it("count where they were given, and nowhere else", () => {
    expect(organisationsOf(actor, "coordinator")).toEqual(["zugdidi", "dmanisi"]);
    expect([isSecretariatOf(actor, { secretariatId: "ogp" }), isSecretariatOf(actor, { secretariatId: "zugdidi" })]).toEqual([true, false]);
    expect(isAdministrator(actor)).toBe(false);
  });

  it("make an administrator no Secretariat", () => {
    const administrator: Actor = { ...actor, memberships: [{ role: "administrator", organisationId: null }] };
    expect([isAdministrator(administrator), isSecretariatOf(administrator, { secretariatId: "ogp" }), organisationsOf(administrator, "administrator")]).toEqual([true, false, []]);
  });

  it("are all the system's", () => {
    const system = systemActor("import");
    expect([isAdministrator(system), hasRole(system, "moderator", "x"), isSecretariatOf(system, { secretariatId: "x" })]).toEqual([true, true, true]);
  });
});
