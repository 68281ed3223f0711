/** Facts for search engines (schema.org). Data and no program, so no policy has to allow it; no "<" is in it that could end it. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json">{JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c")}</script>;
}
