import { endFollow } from "#lib/followers/commands.ts";
import { formLocale } from "#lib/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Ends a following when the button behind the link of a mail is pressed. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    await endFollow(form?.token ?? "", now());
    return seeOther(`/${formLocale(form)}/followers/ended`);
  }, ({ code }, form) => seeOther(`/${formLocale(form)}/followers/end?${new URLSearchParams({ token: form?.token ?? "", problem: code })}`));
}
