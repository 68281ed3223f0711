import { confirmFollow } from "#lib/followers/commands.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Confirms a following when the button behind the mailed link is pressed; the link itself changes nothing. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const followed = await confirmFollow(form?.token ?? "", now());
    return seeOther(`/${formLocale(form)}/followers/confirmed${followed ? `?${new URLSearchParams({ kind: followed.kind, target: followed.target })}` : ""}`);
  }, ({ code }, form) => {
    const query = new URLSearchParams({ token: form?.token ?? "", ...(code === "UNAVAILABLE" ? { problem: code } : {}) });
    return seeOther(`/${formLocale(form)}/followers/confirm?${query}`);
  });
}
