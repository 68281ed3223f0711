import { useTranslations, type Locale } from "next-intl";
import { Checkbox } from "#components/forms/checkbox.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Trap } from "#components/forms/trap.tsx";
import { Button } from "#components/ui/button.tsx";
import { maxBody, type CommentSubject, type TypedComment } from "#lib/comments/schema.ts";

interface Props {
  subject: CommentSubject;
  locale: Locale;
  /** The key of the section of a report that is meant; none: all of it. */
  section?: string | null;
  /** What was typed before, when the form was refused. */
  typed?: TypedComment;
  /** Why it was refused: an error code and the fields to mend. */
  refusal?: { code: string; fieldErrors: Readonly<Record<string, string>> };
}

/** The ids of the fields in their order on the page, apart from those of the page around the form. */
const ids = { body: "comment-body", name: "comment-name", email: "comment-email" } as const;

/** A plain form that works without scripts. The browser's own checks are off: its messages are not in the page's language. */
export function CommentForm({ subject, locale, section, typed, refusal }: Props) {
  const t = useTranslations("comments.form");
  const errors = refusal?.fieldErrors ?? {};
  const wrong = Object.fromEntries(Object.entries(ids).map(([field, id]) => [id, errors[field]]));
  return (
    <form action="/api/comments" method="post" noValidate>
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
      <input type="hidden" name="locale" value={locale} />
      {section && <input type="hidden" name="section" value={section} />}
      <FormColumn>
        {refusal && <ErrorSummary errors={wrong} labels={{ [ids.name]: t("name"), [ids.email]: t("email"), [ids.body]: t("body") }} code={refusal.code} />}
        <TextArea id={ids.body} name="body" label={t("body")} rows={7} limit={maxBody} defaultValue={typed?.body} error={errors.body} />
        <TextInput id={ids.name} name="name" label={t("name")} hint={t("nameHint")} optional autoComplete="name" defaultValue={typed?.name} error={errors.name} />
        <TextInput id={ids.email} name="email" type="email" label={t("email")} hint={t("emailHint")} autoComplete="email" defaultValue={typed?.email} error={errors.email} />
        <Checkbox id="comment-news" name="wantsNews" label={t(`news.${subject.kind}`)} hint={t("newsHint")} defaultChecked={typed?.wantsNews === "on"} />
        <Trap id="comment-website" label={t("website")} />
        <FormActions>
          <Button>{t("send")}</Button>
        </FormActions>
      </FormColumn>
    </form>
  );
}
