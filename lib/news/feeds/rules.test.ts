import { describe, expect, it } from "vitest";
import { atomProblems } from "#lib/platform/testing/atom.ts";
import { atomOf } from "./rules.ts";
import type { FeedEntry } from "./schema.ts";

const now = new Date("2026-11-20T08:00:00Z");
const entry: FeedEntry = {
  id: "urn:uuid:019a0000-0000-7000-8000-000000000000", at: now, kind: "updates", about: { ka: '<b>&"\u0000\u000b]]>' }, number: "5.2", by: { ka: "უწყება" }, plan: null, commitment: null, progress: null, grade: null, until: null,
  summary: { en: "Done & <i>dusted</i>" }, url: { ka: "https://example.ge/ka/plans/a", en: "https://example.ge/en/plans/a" },
};
const frame = {
  locale: "ka" as const, self: "https://example.ge/ka/feed.atom", page: "https://example.ge/ka", rights: "https://example.ge/licence", now,
  words: { title: "ახალი & ძველი", subtitle: "ქვესათაური", sentence: ({ kind, about }: FeedEntry) => `${kind}: ${about?.ka}` },
};

describe("a feed", () => {
  it("is Atom, whatever its words are and however many entries it has", async () => {
    const entries = Array.from({ length: 60 }, (_, index) => ({ ...entry, id: `urn:uuid:${index}`, summary: index % 2 ? null : entry.summary }));
    expect(await atomProblems(atomOf(entries, frame))).toEqual([]);
    expect(await atomProblems(atomOf([], frame))).toEqual([]);
  });

  it.each([
    ["title", /<title>[^<]*<\/title>/], ["id", /<id>[^<]*<\/id>/], ["time", /<updated>[^<]*<\/updated>/], ["address of its own", /<link rel="self"[^>]*>/],
  ])("would be refused without its %s", async (_, part) => expect(await atomProblems(atomOf([entry], frame).replace(part, ""))).not.toEqual([]));

  it.each([
    ["a day for a time", (xml: string) => xml.replaceAll(/<updated>[^<]*/g, "<updated>2026-11-20")], ["an unknown element", (xml: string) => xml.replace("<entry>", "<entry><pubDate>x</pubDate>")], ["a link to nowhere", (xml: string) => xml.replace(/ href="[^"]*"/, "")],
    ["the same entry twice", (xml: string) => xml.replace(/(<entry>.*<\/entry>)/s, "$1$1")], ["no namespace", (xml: string) => xml.replace(/ xmlns="[^"]*"/, "")], ["a tag that is not closed", (xml: string) => xml.replace("</entry>", "")],
  ])("would be refused with %s", async (_, broken) => expect(await atomProblems(broken(atomOf([entry], frame)))).not.toEqual([]));
});
