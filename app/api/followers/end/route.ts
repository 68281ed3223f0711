import { endFollow } from "#lib/followers/commands.ts";
import { formLocale } from "#lib/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { readPlainForm, seeOther } from "#lib/platform/public-form.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";

/** Ends a following when the button behind the link of a mail is pressed. */
export async function POST(request: Request): Promise<Response> {
  let form: Record<string, string> | null = null;
  try {
    requireSameOrigin(request);
    form = await readPlainForm(request);
    await endFollow(form?.token ?? "", now());
    return seeOther(`/${formLocale(form)}/followers/ended`);
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === "CROSS_ORIGIN") return new Response(null, { status: 403 });
    return seeOther(`/${formLocale(form)}/followers/end?${new URLSearchParams({ token: form?.token ?? "", problem: code })}`);
  }
}
