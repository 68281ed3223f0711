import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { eventsAddress } from "#lib/process/published-events/schema.ts";

/** The way to the events of an organisation's own process; nothing where it has none. */
export function ProcessOf({ organisation, events }: { organisation: { slug: string }; events: number }) {
  const t = useTranslations("process-public");
  if (events === 0) return null;
  return (
    <section aria-labelledby="process">
      <SectionHeading id="process">{t("ofOrganisation")}</SectionHeading>
      <p><Link href={eventsAddress({ kind: null, secretariat: organisation.slug, plan: null })}>{t("eventsOf", { count: events })}</Link></p>
    </section>
  );
}
