import { wantedSchema } from "#lib/followers/followed/schema.ts";
import { followByMail } from "#lib/followers/commands.ts";
import { followSchema } from "#lib/followers/schema.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { clientAddress, seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Takes the plain form by which something is followed; the answer is the same whether the address was known or not. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const input = followSchema.parse(form ?? {});
    await followByMail({ address: clientAddress(request) }, input, now());
    return seeOther(`/${input.locale}/followers/sent?${new URLSearchParams({ kind: input.kind, target: input.target })}`);
  }, ({ code, fieldErrors }, form) => {
    const wanted = wantedSchema.safeParse(form ?? {}).data;
    const frequency = followSchema.shape.frequency.safeParse(form?.frequency).data;
    const query = new URLSearchParams({ ...wanted, ...(frequency ? { frequency } : {}), problem: fieldErrors.email ? "email" : code });
    return seeOther(`/${formLocale(form)}/followers/new?${query}`);
  });
}
