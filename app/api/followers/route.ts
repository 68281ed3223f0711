import { followPlan } from "#lib/followers/commands.ts";
import { followSchema } from "#lib/followers/schema.ts";
import { formLocale } from "#lib/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { clientAddress, seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Takes the plain form by which a plan is followed; the answer is the same whether the address was known or not. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const input = followSchema.parse(form ?? {});
    await followPlan({ address: clientAddress(request) }, input, now());
    return seeOther(`/${input.locale}/followers/sent?plan=${input.plan}`);
  }, ({ code, fieldErrors }, form) => {
    const plan = followSchema.shape.plan.safeParse(form?.plan).data;
    const query = new URLSearchParams({ ...(plan ? { plan } : {}), problem: fieldErrors.email ? "email" : code });
    return seeOther(`/${formLocale(form)}/followers/new?${query}`);
  });
}
