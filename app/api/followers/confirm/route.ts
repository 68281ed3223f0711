import { confirmFollow } from "#lib/followers/commands.ts";
import { findFollowedPlan } from "#lib/followers/queries.ts";
import { formLocale } from "#lib/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { readPlainForm, seeOther } from "#lib/platform/public-form.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";

/** Confirms a following when the button behind the mailed link is pressed; the link itself changes nothing. */
export async function POST(request: Request): Promise<Response> {
  let form: Record<string, string> | null = null;
  try {
    requireSameOrigin(request);
    form = await readPlainForm(request);
    const plan = await findFollowedPlan(await confirmFollow(form?.token ?? "", now()));
    return seeOther(`/${formLocale(form)}/followers/confirmed${plan ? `?plan=${plan.slug}` : ""}`);
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === "CROSS_ORIGIN") return new Response(null, { status: 403 });
    const query = new URLSearchParams({ token: form?.token ?? "", ...(code === "UNAVAILABLE" ? { problem: code } : {}) });
    return seeOther(`/${formLocale(form)}/followers/confirm?${query}`);
  }
}
