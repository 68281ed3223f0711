import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { tellMembers } from "#lib/accounts/members/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

const named = { select: { name: true } } as const;
const subject = { number: true, title: true, leadOrganisationId: true, leadOrganisation: named } as const;

/** What the mails name; `path` leads to the assessment, without its language. */
async function aboutAssessment(id: string) {
  const { organisationId, ...row } = await db().assessment.findUniqueOrThrow({
    where: { id },
    select: {
      voice: true, organisationId: true, organisation: named, period: { select: { label: true } }, milestone: { select: subject },
      commitment: { select: { slug: true, ...subject, plan: { select: { slug: true, title: true } } } },
    },
  });
  const { number, title, leadOrganisationId, leadOrganisation } = row.milestone ?? row.commitment;
  const { plan, slug } = row.commitment;
  const words = (locale: Locale) => {
    const text = (value: unknown) => localize(value as Localized | null, locale)?.text ?? "";
    return {
      what: [number, text(title ?? row.commitment.title)].filter(Boolean).join(" "), plan: text(plan.title), period: text(row.period.label),
      assessor: text(row.organisation.name), agency: text(leadOrganisation.name),
    };
  };
  return { voice: row.voice, organisationId, leadOrganisationId, words, publicPath: `/plans/${plan.slug}/commitments/${slug}#${row.milestone?.number ?? "voices"}` };
}

function mailOf(kind: string, key: string, say: Say, values: Record<string, string>) {
  return { kind, subject: say(`answers.mail.${key}.subject`, values), body: say(`answers.mail.${key}.body`, values) };
}

/** Tells the coordinators of the agency that leads that an independent assessment of its work is published, and that it may answer. */
export async function tellAgency(assessmentId: string, now: Date): Promise<void> {
  const about = await aboutAssessment(assessmentId);
  await tellMembers("coordinator", about.leadOrganisationId, (locale, say) => (
    mailOf("assessment.published", "published", say, { ...about.words(locale), link: publicUrl(`/${locale}/workspace/answers/${assessmentId}`) })
  ), now);
}

/** Tells those who assess in the name in which it was assessed that the agency has answered. */
export async function tellAssessors(assessmentId: string, text: Localized, now: Date): Promise<void> {
  const about = await aboutAssessment(assessmentId);
  await tellMembers(about.voice === "independent" ? "monitor" : "secretariat", about.organisationId, (locale, say) => (
    mailOf("assessment.answered", "answered", say, { ...about.words(locale), answer: localize(text, locale)?.text ?? "", link: publicUrl(`/${locale}${about.publicPath}`) })
  ), now);
}
