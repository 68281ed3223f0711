import { confirmComment } from "#lib/comments/commands.ts";
import { formLocale } from "#lib/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { readPlainForm, seeOther } from "#lib/platform/public-form.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";

/** Confirms a comment when the button behind the mailed link is pressed; the link itself changes nothing. */
export async function POST(request: Request): Promise<Response> {
  let form: Record<string, string> | null = null;
  try {
    requireSameOrigin(request);
    form = await readPlainForm(request);
    const subject = await confirmComment(form?.token ?? "", now());
    return seeOther(`/${formLocale(form)}/comments/confirmed?${subject.kind}=${subject.id}`);
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === "CROSS_ORIGIN") return new Response(null, { status: 403 });
    // The page says itself what is wrong with a link; only a fault of ours has to be told.
    const problem = code === "UNAVAILABLE" ? "&problem=UNAVAILABLE" : "";
    return seeOther(`/${formLocale(form)}/comments/confirm?token=${encodeURIComponent(form?.token ?? "")}${problem}`);
  }
}
