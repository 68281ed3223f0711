import type { Metadata } from "next";
import { NotFoundText } from "#components/layout/not-found-text.tsx";

export const metadata: Metadata = { robots: { index: false } };

/**
 * The words of "not found" as an ordinary page. Next sends an empty body with a 404 and fills it by script,
 * so our server puts this page's bytes in its place: it can be read without script as well.
 */
export default function MissingPage() {
  return <NotFoundText />;
}
