import { createHash } from "node:crypto";
import type { Axis, Card } from "#lib/plans/cards/schema.ts";
import { xmlText } from "#lib/news/feeds/rules.ts";
import { localeSchema, type Locale } from "#lib/record/localized/schema.ts";

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
dl{margin:0 0 .75rem;display:grid;gap:.5rem 1rem;grid-template-columns:repeat(auto-fit,minmax(min(11rem,100%),1fr))}dt,small{color:var(--quiet);font-size:.8125rem}dd{margin:0}small{display:block}
.axes{border-block:2px solid var(--rule);padding-block:.5rem}.axes dd{font-weight:600}.axes small{font-weight:400}svg{height:.85em;margin-inline-end:.4em;vertical-align:-.06em;fill:none;stroke:currentColor;stroke-width:2}.on{fill:currentColor}
a{display:inline-block;padding-block:.625rem}@media(max-width:20rem){body{padding:.75rem;font-size:.9375rem}}`;

/** The only pages of this site that another may show in a frame; nothing in them can be pressed but a link, and nothing runs. */
export const cardPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

const marks = {
  empty: '<circle cx="8" cy="8" r="6"/>', full: '<circle class="on" cx="8" cy="8" r="6"/>', half: '<circle cx="8" cy="8" r="6"/><path class="on" d="M8 2a6 6 0 0 0 0 12z"/>',
  paused: '<path d="M5 2v12M11 2v12"/>', crossed: '<path d="M3 3l10 10M13 3L3 13"/>', none: '<circle cx="8" cy="8" r="6" stroke-dasharray="1.5 3.2"/>',
} as const;

/** The shape or the steps before a word, which says the same. */
function signOf(sign: Axis["sign"]): string {
  if (!sign) return "";
  if ("shape" in sign) return `<svg viewBox="0 0 16 16" aria-hidden="true">${marks[sign.shape]}</svg>`;
  const steps = Array.from({ length: sign.of }, (_, step) => `<rect${step < sign.filled ? ' class="on"' : ""} x="${step * 10 + 2}" y="1" width="6" height="14"/>`).join("");
  return `<svg viewBox="0 0 ${sign.of * 10} 16" aria-hidden="true">${steps}</svg>`;
}

/** A card as a page of its own, as wide as it is let be. */
export function cardHtml({ eyebrow, number, title, axes, facts, url, site }: Card, locale: Locale, link: string): string {
  const stands = axes.map(({ name, sign, word, by }) => `<div><dt>${xmlText(name)}</dt><dd>${signOf(sign)}<span lang="${xmlText(word.lang)}">${xmlText(word.text)}</span>${by ? `<small>${xmlText(by)}</small>` : ""}</dd></div>`).join("");
  const lines = facts.map(({ name, value }) => `<div><dt>${xmlText(name)}</dt><dd>${xmlText(value)}</dd></div>`).join("");
  const heading = `<h1>${number ? `${xmlText(number)} ` : ""}<span lang="${xmlText(title.lang)}">${xmlText(title.text)}</span></h1>`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${xmlText(title.text)}</title><link rel="canonical" href="${xmlText(url)}"><style>${style}</style>`;
  const body = `<p>${xmlText(eyebrow)}</p>${heading}${stands ? `<dl class="axes">${stands}</dl>` : ""}<dl>${lines}</dl><p><a href="${xmlText(url)}" target="_blank" rel="noopener">${xmlText(link)}</a> · ${xmlText(site)}</p>`;
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body><main>${body}</main></body></html>\n`;
}

/** As wide as a column of text usually is; what does not fit can be scrolled to. */
export const cardSize = { width: 560, height: 420 } as const;

/** The code that shows a card on another site, as wide as its column lets it be. `address`: of the card. */
export function frameCode(address: string, title: string, { width, height }: { width: number; height: number } = cardSize): string {
  return `<iframe src="${xmlText(address)}" title="${xmlText(title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

/** What an oEmbed consumer puts into its page; as wide and high as it lets it be. `picture`: the address of the picture that goes with a link. */
export function oEmbedOf(card: Card, addresses: { card: string; home: string; picture: string }, most: { width: number; height: number }): object {
  const [width, height] = [Math.min(cardSize.width, most.width), Math.min(cardSize.height, most.height)];
  const html = frameCode(addresses.card, card.title.text, { width, height });
  const fits = most.width >= 1_200 && most.height >= 630;
  return {
    version: "1.0", type: "rich", title: card.title.text, provider_name: card.site, provider_url: addresses.home, cache_age: 3_600, html, width, height,
    ...(fits ? { thumbnail_url: addresses.picture, thumbnail_width: 1_200, thumbnail_height: 630 } : {}),
  };
}
