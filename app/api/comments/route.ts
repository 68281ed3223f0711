import { keepCommentDraft, submitComment } from "#lib/comments/commands.ts";
import { commentSchema } from "#lib/comments/schema.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import * as clock from "#lib/platform/clock.ts";
import { clientAddress, seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/**
 * Takes the public comment form and answers with the page to show next, scripts or not. A refused form is kept for a
 * quarter of an hour under an address that cannot be guessed, where the person finds it with the errors beside the fields.
 */
export async function POST(request: Request): Promise<Response> {
  const visitor = { address: clientAddress(request) };
  const now = clock.now();
  return takePlainForm(request, async (form) => {
    if (!form) return seeOther(`/${formLocale(form)}/comments/new?problem=TOO_LARGE`);
    const { kind, id, ...fields } = form;
    const input = commentSchema.parse({ ...fields, subject: { kind, id } });
    await submitComment(visitor, input, now);
    return seeOther(`/${input.locale}/comments/sent?${input.subject.kind}=${input.subject.id}`);
  }, async ({ code, fieldErrors }, form) => {
    try {
      const draft = await keepCommentDraft(visitor, form, { code, fieldErrors }, now);
      return seeOther(`/${formLocale(form)}/comments/new?draft=${draft}`);
    } catch (second) {
      return seeOther(`/${formLocale(form)}/comments/new?problem=${refusalOf(second).code}`);
    }
  });
}
