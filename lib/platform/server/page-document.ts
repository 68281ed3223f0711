/** Scripts that Next needs to take over a page in the browser: its files, and what it writes into the page for them. */
const script = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const preload = /<link\b[^>]*\bas="script"[^>]*>/g;
/** Facts for search engines are no program; a script that a page of ours names by its address lies in `public/`. */
const kept = /\btype="application\/ld\+json"|\bsrc="\/(?!_next\/)/;

/**
 * A rendered page as a document that stands for itself: without Next's own scripts, which weigh more than everything else
 * and would only put the same words in the same places once more.
 */
export function asDocument(html: string): string {
  return html.replace(script, (whole, attributes: string) => (kept.test(attributes) ? whole : "")).replace(preload, "");
}

/**
 * True when a part of the page is missing or only a script would put it in its place: Next put an error there, or sent it
 * later. Not a page to send, whatever its status says.
 */
export function isBroken(html: string): boolean {
  return /<!--\$[!?]-->/.test(html);
}
