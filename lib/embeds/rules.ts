import { createHash } from "node:crypto";
import { xmlText } from "#lib/feeds/rules.ts";
import { localeSchema, type Locale } from "#lib/localized/schema.ts";

/** A card as another site shows it in a frame; all in the language of its address, or in the one that there is. */
export interface Card {
  title: { text: string; lang: string };
  eyebrow: string;
  facts: { name: string; value: string }[];
  /** The page that it is of. */
  url: string;
  link: string;
  site: string;
}

/** What a card can be of, by the path of its page without language. */
export type CardSubject = { kind: "plan"; plan: string } | { kind: "commitment"; plan: string; commitment: string } | { kind: "report"; report: string };

const slug = "([a-z0-9-]{1,200})";
const planPath = new RegExp(`^/plans/${slug}(?:/commitments/${slug})?$`);
const reportPath = new RegExp(`^/reports/${slug}$`);

/** `/plans/a/commitments/b` → what that page is of; null for a page that has no card. */
export function cardSubjectOf(path: string): CardSubject | null {
  const [, plan, commitment] = planPath.exec(path) ?? [];
  if (plan) return commitment ? { kind: "commitment", plan, commitment } : { kind: "plan", plan };
  const [, report] = reportPath.exec(path) ?? [];
  return report ? { kind: "report", report } : null;
}

/** The language and path of a page of this site by its whole address; null for any other address. */
export function pageOfAddress(address: string, site: string): { locale: Locale; path: string } | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  const [, asked, path = ""] = /^\/(\w+)(\/.*)$/.exec(pathname) ?? [];
  const locale = localeSchema.safeParse(asked).data;
  return locale && origin === new URL(site).origin ? { locale, path: path.replace(/\/$/, "") } : null;
}

const style = `:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1d1a;--quiet:#55554e;--rule:#c9c6ba;--link:#0b5a5e}
@media(prefers-color-scheme:dark){:root{--paper:#191a18;--ink:#f0efe9;--quiet:#b5b3a9;--rule:#4a4a44;--link:#7fd0cf}}
*{box-sizing:border-box}body{margin:0;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 "Noto Sans Georgian","Noto Sans",system-ui,sans-serif;border:1px solid var(--rule);min-height:100vh;overflow-wrap:anywhere}
p{margin:0;color:var(--quiet);font-size:.875rem}h1{margin:.25rem 0 .75rem;font-size:1.125rem;line-height:1.35}a{color:var(--link)}a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
dl{margin:0 0 .75rem;display:grid;gap:.25rem 1rem;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}dt{color:var(--quiet);font-size:.8125rem}dd{margin:0}`;

/** The only pages of this site that another may show in a frame; nothing in them can be pressed but a link, and nothing runs. */
export const cardPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

/** A card as a page of its own, as wide as it is let be. */
export function cardHtml({ title, eyebrow, facts, url, link, site }: Card, locale: Locale): string {
  const lines = facts.map(({ name, value }) => `<div><dt>${xmlText(name)}</dt><dd>${xmlText(value)}</dd></div>`).join("");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${xmlText(title.text)}</title><link rel="canonical" href="${xmlText(url)}"><style>${style}</style></head><body><main><p>${xmlText(eyebrow)}</p><h1 lang="${xmlText(title.lang)}">${xmlText(title.text)}</h1><dl>${lines}</dl><p><a href="${xmlText(url)}" target="_blank" rel="noopener">${xmlText(link)}</a> · ${xmlText(site)}</p></main></body></html>\n`;
}

export const cardSize = { width: 480, height: 300 } as const;

/** What an oEmbed consumer puts into its page; as wide and high as it lets it be. */
export function oEmbedOf(card: Card, address: string, home: string, most: { width: number; height: number }): object {
  const [width, height] = [Math.min(cardSize.width, most.width), Math.min(cardSize.height, most.height)];
  const html = `<iframe src="${xmlText(address)}" width="${width}" height="${height}" title="${xmlText(card.title.text)}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
  return { version: "1.0", type: "rich", title: card.title.text, provider_name: card.site, provider_url: home, cache_age: 3_600, html, width, height };
}
