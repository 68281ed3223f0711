import { changeFrequency, changeLanguage } from "#lib/followers/followings/commands.ts";
import { followIdSchema } from "#lib/followers/followings/schema.ts";
import { frequencySchema } from "#lib/followers/schema.ts";
import { formLocale, localeSchema } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Changes how often one thing is told, or in which language everything is. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const token = form?.token ?? "";
    if (form?.follow) await changeFrequency(token, followIdSchema.parse(form.follow), frequencySchema.parse(form.frequency), now());
    else await changeLanguage(token, localeSchema.parse(form?.language));
    return seeOther(`/${formLocale(form)}/followers/all?${new URLSearchParams({ token, saved: "yes" })}`);
  }, ({ code }, form) => seeOther(`/${formLocale(form)}/followers/all?${new URLSearchParams({ token: form?.token ?? "", problem: code })}`));
}
