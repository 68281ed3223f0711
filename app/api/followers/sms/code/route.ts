import { wantedSchema } from "#lib/followers/followed/schema.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { clientAddress, seeOther, takePlainForm } from "#lib/platform/public-form.ts";
import { confirmBySms } from "#lib/followers/sms-follows/commands.ts";
import { codeFormSchema } from "#lib/followers/sms-follows/schema.ts";

/** Takes the code that was sent to a telephone; with it the following begins. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const followed = await confirmBySms({ address: clientAddress(request) }, codeFormSchema.parse(form ?? {}), now());
    return seeOther(`/${formLocale(form)}/followers/sms/confirmed?${new URLSearchParams(followed ? { kind: followed.kind, target: followed.target } : {})}`);
  }, ({ code, fieldErrors }, form) => {
    const wanted = wantedSchema.safeParse(form ?? {}).data;
    return seeOther(`/${formLocale(form)}/followers/sms/code?${new URLSearchParams({ asked: form?.asked ?? "", ...wanted, problem: fieldErrors.code ?? code })}`);
  });
}
