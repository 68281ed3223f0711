import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";

/** Where mails of earlier days lead: to the subject's line on the period's one screen. */
export default async function SubjectPage({ params }: { params: Promise<{ periodId: string; subjectId: string }> }) {
  const { periodId, subjectId } = await params;
  redirect(`/${await getLocale()}/workspace/periods/${periodId}?open=${encodeURIComponent(subjectId)}`);
}
