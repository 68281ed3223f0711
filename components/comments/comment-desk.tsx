import { useTranslations, type Locale } from "next-intl";
import { CommentLines } from "#components/comments/comment-lines.tsx";
import type { CommentLine } from "#lib/comments/moderation/queries.ts";

interface Props {
  toModerate: readonly CommentLine[];
  toAnswer: readonly CommentLine[];
  locale: Locale;
}

/** On a desk: the comments that wait for this person. */
export function CommentDesk({ toModerate, toAnswer, locale }: Props) {
  const t = useTranslations("comments.workspace");
  return (
    <>
      {toModerate.length > 0 && <CommentLines id="comments-to-moderate" title={t("toModerateTitle")} lines={toModerate} locale={locale} empty="" aside="days" />}
      {toAnswer.length > 0 && <CommentLines id="comments-to-answer" title={t("toAnswerTitle")} lines={toAnswer} locale={locale} empty="" aside="days" />}
    </>
  );
}
