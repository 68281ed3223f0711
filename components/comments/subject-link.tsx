import type { Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { subjectName } from "#lib/comments/rules.ts";
import type { SubjectView } from "#lib/comments/subjects/queries.ts";

interface Props {
  subject: SubjectView;
  locale: Locale;
  /** Part of the page to open: "write-a-comment". */
  part?: string;
}

/** What a comment is about, by its number and title, with the way to it. */
export function SubjectLink({ subject, locale, part }: Props) {
  return <Link href={part ? `${subject.path}#${part}` : subject.path}>{subjectName(subject, locale)}</Link>;
}
