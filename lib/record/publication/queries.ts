import { locales, type Locale } from "#lib/record/localized/schema.ts";
import type { Prisma } from "#lib/platform/db/client.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { saidText, textOf } from "./schema.ts";

/** The page at a path in each language. */
export function addressesOf(path: string): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, publicUrl(`/${locale}${path}`)])) as Record<Locale, string>;
}

/** A plan that everybody may read. */
export const publicPlan = { status: { not: "draft" } } as const satisfies Prisma.PlanWhereInput;

const inPublicPlan = { plan: publicPlan } as const;
const ofCommitment = { commitment: inPublicPlan } as const;
const published = { publishedAt: { not: null } } as const;
const publicEvent = { status: { in: ["published", "cancelled"] } };

/** An organisation that is named by something that everybody may read: one that only a draft names is nobody's business yet. */
export const publicOrganisation = {
  OR: [
    { plans: { some: publicPlan } }, { commitments: { some: inPublicPlan } }, { milestones: { some: ofCommitment } },
    { partnerships: { some: { OR: [ofCommitment, { milestone: ofCommitment }] } } },
    { updates: { some: { status: { in: ["accepted", "superseded"] }, ...ofCommitment } } }, { assessments: { some: { status: { in: ["published", "superseded"] }, ...ofCommitment } } },
    { groups: { some: published } }, { groupSeats: { some: { group: published } } },
    { events: { some: publicEvent } }, { attendances: { some: { event: publicEvent } } }, { recommended: { some: { ...published, event: publicEvent } } },
  ],
} satisfies Prisma.OrganisationWhereInput;

export const namedSelect = { select: { slug: true, name: true } } as const;
export const planRefSelect = { select: { slug: true, title: true } } as const;
export const municipalitySelect = { select: { slug: true, name: true } } as const;
export const labelSelect = { select: { code: true, label: true } } as const;
export const periodSelect = { select: { slug: true, label: true, startsOn: true, endsOn: true } } as const;

export const namedOf = ({ slug, name }: { slug: string; name: unknown }) => ({ slug, name: saidText(name) });
export const planRefOf = ({ slug, title }: { slug: string; title: unknown }) => ({ slug, title: saidText(title) });
export const labelOf = ({ code, label }: { code: string; label: unknown }) => ({ code, label: saidText(label) });
export const periodOf = ({ slug, label, startsOn, endsOn }: { slug: string; label: unknown; startsOn: string; endsOn: string }) => ({ slug, label: saidText(label), startsOn, endsOn });
export const at = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** Evidence that was not taken out again. */
export const evidenceSelect = {
  where: { removedAt: null }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  select: { id: true, kind: true, title: true, url: true, fileName: true, mediaType: true, size: true, sha256: true, verificationSourceId: true },
} satisfies Prisma.ProgressUpdate$evidenceArgs;

type EvidenceRow = Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect.select }>;

/** A piece of evidence with the address where it is read. */
export function evidenceOf({ id, kind, title, url, fileName, mediaType, size, sha256, verificationSourceId }: EvidenceRow) {
  return { id, kind: kind === "link" ? "link" : "file", title: textOf(title), url: url ?? publicUrl(`/api/evidence/${id}`), fileName, mediaType, size, sha256, verificationSource: verificationSourceId };
}
