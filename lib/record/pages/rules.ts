/** One page of a long list. */
export interface PageOf {
  /** From 1. */
  page: number;
  pages: number;
  /** Its lines, as Prisma and SQL count them. */
  window: { skip: number; take: number };
}

/** How many pages a list takes; one also where there is nothing. */
export function pagesOf(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** The page that was asked for, in an address and therefore with anything; out of range: the nearest. */
export function pageOf(total: number, size: number, wanted: number): PageOf {
  const pages = pagesOf(total, size);
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  return { page, pages, window: { skip: (page - 1) * size, take: size } };
}
