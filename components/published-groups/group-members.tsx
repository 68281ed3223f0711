import { useTranslations, type Locale } from "next-intl";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import { sectors } from "#lib/process/schema.ts";
import type { GroupMember } from "#lib/process/published-groups/queries.ts";

/** Who sits in a group, by whom each speaks for, with the role of those who have one. */
export function GroupMembers({ members, locale }: { members: readonly GroupMember[]; locale: Locale }) {
  const t = useTranslations("process-public.groups");
  const say = useTranslations("status.sector");
  const seats = sectors.flatMap((sector) => {
    const found = members.filter((member) => member.sector === sector);
    return found.length > 0 ? [{ label: `${say(sector)} (${found.length})`, value: <ul>{found.map((member, index) => <li key={index}><MemberName member={member} locale={locale} /></li>)}</ul> }] : [];
  });
  return (
    <section aria-labelledby="members">
      <SectionHeading id="members" note={members.length > 0 ? String(members.length) : undefined}>{t("membersHeading")}</SectionHeading>
      {members.length === 0 ? <p>{t("membersNone")}</p> : <FactList facts={seats} />}
    </section>
  );
}

function MemberName({ member: { organisation, name, role }, locale }: { member: GroupMember; locale: Locale }) {
  const t = useTranslations("status.memberRole");
  return (
    <>
      {organisation && <OrganisationLink organisation={organisation} locale={locale} />}
      {organisation && !isBlank(name) && ", "}
      {!isBlank(name) && <LocalizedText value={name} locale={locale} />}
      {role !== "member" && ` (${t(role)})`}
    </>
  );
}
