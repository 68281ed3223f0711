import { useTranslations, type Locale } from "next-intl";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import type { PublicAttendance } from "#lib/process/queries.ts";
import { attendanceBySector, type SectorAttendance } from "#lib/process/published-events/rules.ts";
import styles from "./events.module.css";

/** Who came, by sector, with how many as far as that is stated. */
export function EventAttendance({ attendance, locale }: { attendance: readonly PublicAttendance[]; locale: Locale }) {
  const t = useTranslations("process-public.event");
  const say = useTranslations("status.sector");
  return (
    <section aria-labelledby="attendance">
      <SectionHeading id="attendance">{t("attendance")}</SectionHeading>
      {attendance.length === 0
        ? <p>{t("attendanceNone")}</p>
        : <FactList facts={attendanceBySector(attendance).map((from) => ({ label: say(from.sector), value: <FromSector from={from} locale={locale} /> }))} />}
    </section>
  );
}

function FromSector({ from: { entries, people, open }, locale }: { from: SectorAttendance<PublicAttendance>; locale: Locale }) {
  const t = useTranslations("process-public.event");
  return (
    <>
      <ul>
        {entries.map((entry, index) => (
          <li key={index}>
            <AttendanceName entry={entry} locale={locale} />
            {entry.people !== null && `, ${t("people", { count: entry.people })}`}
          </li>
        ))}
      </ul>
      {(entries.length > 1 || open > 0) && (
        <p className={styles.soft}>{[people > 0 && t("attendanceTotal", { people }), open > 0 && t("peopleOpen", { count: open })].filter(Boolean).join("; ")}</p>
      )}
    </>
  );
}

function AttendanceName({ entry: { organisation, name }, locale }: { entry: PublicAttendance; locale: Locale }) {
  const t = useTranslations("process-public.event");
  if (organisation) return <><OrganisationLink organisation={organisation} locale={locale} />{!isBlank(name) && <>, <LocalizedText value={name} locale={locale} /></>}</>;
  return isBlank(name) ? t("unnamed") : <LocalizedText value={name} locale={locale} />;
}
