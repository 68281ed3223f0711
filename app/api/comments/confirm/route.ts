import { confirmComment } from "#lib/comments/commands.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Confirms a comment when the button behind the mailed link is pressed; the link itself changes nothing. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const subject = await confirmComment(form?.token ?? "", now());
    return seeOther(`/${formLocale(form)}/comments/confirmed?${subject.kind}=${subject.id}`);
  }, ({ code }, form) => {
    // The page says itself what is wrong with a link; only a fault of ours has to be told.
    const problem = code === "UNAVAILABLE" ? "&problem=UNAVAILABLE" : "";
    return seeOther(`/${formLocale(form)}/comments/confirm?token=${encodeURIComponent(form?.token ?? "")}${problem}`);
  });
}
