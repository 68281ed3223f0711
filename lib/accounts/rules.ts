import { isAdministrator } from "#lib/record/actors/policy.ts";
import type { Actor, Role } from "#lib/record/actors/schema.ts";
import { defaultLocale, locales } from "#lib/record/localized/schema.ts";

/** A place of the workspace: its key among the words, its path without language. */
export interface Place {
  key: "desk" | "periods" | "review" | "assessments" | "answers" | "reports" | "comments" | "process" | "plans" | "coordinators" | "administration" | "audit";
  href: string;
}

/** The places and whose they are, in the order of the day's work. Their pages and queries decide again. */
const places: readonly (Place & { roles: readonly Role[] | "everybody" })[] = [
  { key: "desk", href: "/workspace", roles: "everybody" },
  { key: "periods", href: "/workspace/periods", roles: ["coordinator", "secretariat"] },
  { key: "review", href: "/workspace/review", roles: ["secretariat"] },
  { key: "assessments", href: "/workspace/assessments", roles: ["secretariat", "monitor"] },
  { key: "answers", href: "/workspace/answers", roles: ["coordinator"] },
  { key: "reports", href: "/workspace/reports", roles: ["secretariat"] },
  { key: "comments", href: "/workspace/comments", roles: ["secretariat", "moderator"] },
  { key: "process", href: "/workspace/process", roles: ["secretariat"] },
  { key: "plans", href: "/workspace/plans", roles: ["secretariat"] },
  { key: "coordinators", href: "/workspace/coordinators", roles: ["secretariat"] },
  { key: "administration", href: "/workspace/administration", roles: ["administrator"] },
  { key: "audit", href: "/workspace/audit", roles: ["administrator", "secretariat"] },
];

/** What the navigation offers somebody with these roles. */
export function workspacePlaces(actor: Actor): Place[] {
  const own = new Set(actor.memberships.map(({ role }) => role));
  const mine = places.filter(({ roles }) => roles === "everybody" || roles.some((role) => own.has(role)));
  return mine.map(({ key, href }) => ({ key, href }));
}

/** Whose account can do the most harm in other hands signs in with a second factor. */
const withSecondFactor: readonly Role[] = ["secretariat", "administrator"];

/** True when one of the roles asks for a second factor. An installation for trying out asks nobody. */
export function needsSecondFactor(memberships: readonly { role: string }[], { demo }: { demo: boolean }): boolean {
  return !demo && memberships.some(({ role }) => withSecondFactor.includes(role as Role));
}

/** The actor's roles, each once, in the order of the list of roles. */
export function rolesOf(actor: Actor): Role[] {
  const all: Role[] = ["coordinator", "secretariat", "moderator", "monitor", "administrator"];
  return all.filter((role) => (role === "administrator" ? isAdministrator(actor) : actor.memberships.some((m) => m.role === role)));
}

/** Where somebody without a session is sent from a page, in its language; the way back is kept without what Next adds to it. */
export function signInAddress(path: string): string {
  return addressBefore("sign-in", path);
}

/** Where somebody is sent whose role asks for a second factor that they have not set up. */
export function secondFactorAddress(path: string): string {
  return addressBefore("second-factor", path);
}

function addressBefore(entrance: string, path: string): string {
  const [page = "/", query = ""] = path.split("?", 2);
  const locale = locales.find((known) => known === page.split("/")[1]) ?? defaultLocale;
  const kept = new URLSearchParams(query);
  kept.delete("_rsc");
  return `/${locale}/${entrance}?next=${encodeURIComponent(kept.size ? `${page}?${kept}` : page)}`;
}
