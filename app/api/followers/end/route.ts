import { endAll, endFollow, endOne } from "#lib/followers/followings/commands.ts";
import { getFollowings } from "#lib/followers/followings/queries.ts";
import { followIdSchema } from "#lib/followers/followings/schema.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Ends what the button behind the link of a mail says: the following that the mail was about, one of the list, or all of it. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const [token, locale] = [form?.token ?? "", formLocale(form)];
    if (form?.follow) await endOne(token, followIdSchema.parse(form.follow), now());
    else if (form?.all) await endAll(token, null, now());
    else await endFollow(token, now());
    const left = form?.follow ? await getFollowings(token) : null;
    return seeOther(left ? `/${locale}/followers/all?${new URLSearchParams({ token, saved: "yes" })}` : `/${locale}/followers/ended`);
  }, ({ code }, form) => {
    const page = form?.follow || form?.all ? "all" : "end";
    return seeOther(`/${formLocale(form)}/followers/${page}?${new URLSearchParams({ token: form?.token ?? "", problem: code })}`);
  });
}
