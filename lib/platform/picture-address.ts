/** Pages that have a picture of their own; all others share the site's. */
const drawn = /^\/(?:plans\/[a-z0-9-]+(?:\/commitments\/[a-z0-9-]+)?|(?:organisations|reports|municipalities|topics|sdgs)\/[a-z0-9_-]+)$/;

/** Where the picture is that goes with a link to a page, on this site. `path` is the page's, without its language. */
export function pictureAddress(locale: string, path: string): string {
  return `/${locale}/picture${drawn.test(path) ? path : "/site"}.png`;
}

/** In pixels: what the sites that show such pictures ask for. */
export const pictureSize = { width: 1_200, height: 630 } as const;
