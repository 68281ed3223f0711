import { wantedSchema } from "#lib/followers/followed/schema.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { clientAddress, seeOther, takePlainForm } from "#lib/platform/public-form.ts";
import { followBySms } from "#lib/followers/sms-follows/commands.ts";
import { smsFollowSchema } from "#lib/followers/sms-follows/schema.ts";

/** Takes the plain form by which something is followed by text message; the answer is the same whether the number was known or not. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const input = smsFollowSchema.parse(form ?? {});
    const asked = await followBySms({ address: clientAddress(request) }, input, now());
    return seeOther(`/${input.locale}/followers/sms/code?${new URLSearchParams({ asked, kind: input.kind, target: input.target })}`);
  }, ({ code, fieldErrors }, form) => {
    const wanted = wantedSchema.safeParse(form ?? {}).data;
    return seeOther(`/${formLocale(form)}/followers/new?${new URLSearchParams({ ...wanted, sms: fieldErrors.phone ?? code })}#follow-by-sms`);
  });
}
