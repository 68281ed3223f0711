import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundText } from "#components/layout/not-found-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("layout.notFound"))("title"), robots: { index: false } };
}

/**
 * The words of "not found" as an ordinary page. Next sends an empty body with a 404 and leaves the words
 * to its scripts, so our server sends this page in its place.
 */
export default function MissingPage() {
  return <NotFoundText />;
}
