import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { otherSections } from "#lib/platform/server/page-key.ts";
import { publicTemplates } from "./page-templates.ts";

const folder = path.resolve(import.meta.dirname, "../app/[locale]");

/** The routes of the pages in a group, without the names of groups. */
function routesOf(group: string): string[] {
  const pages = globSync("**/page.tsx", { cwd: path.join(folder, group) });
  return pages.map((page) => path.dirname(page).split(path.sep).filter((part) => part !== "." && !part.startsWith("(")).join("/")).sort();
}

const sectionOf = (route: string) => route.split("/")[0] ?? "";

describe("the list of pages", () => {
  test("has every public page of app/, so that each is read by the sweep", () => {
    expect(publicTemplates.map(({ route }) => route).sort()).toEqual(routesOf("(public)"));
  });

  test.each(publicTemplates)("$address is an address of $route", ({ route, address }) => {
    const pattern = route.split("/").map((part) => (part.startsWith("[") ? "[^/]+" : part)).join("/");
    expect(address.replace(/\?.*$/, "")).toMatch(new RegExp(`^${route && "/"}${pattern}$`));
  });

  test("our server takes scripts out of public pages, and of no others", () => {
    expect(routesOf("(public)").map(sectionOf).filter((section) => otherSections.includes(section))).toEqual([]);
    const files = globSync("[!(]*/**/route.ts", { cwd: folder });
    const others = [...["(workspace)", "(reporting)"].flatMap(routesOf), ...files].map(sectionOf);
    expect(others.filter((section) => !otherSections.includes(section))).toEqual([]);
  });
});
