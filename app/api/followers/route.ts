import { followPlan } from "#lib/followers/commands.ts";
import { followSchema } from "#lib/followers/schema.ts";
import { formLocale } from "#lib/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { clientAddress, readPlainForm, seeOther } from "#lib/platform/public-form.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";

/** Takes the plain form by which a plan is followed; the answer is the same whether the address was known or not. */
export async function POST(request: Request): Promise<Response> {
  let form: Record<string, string> | null = null;
  try {
    requireSameOrigin(request);
    form = await readPlainForm(request);
    const input = followSchema.parse(form ?? {});
    await followPlan({ address: clientAddress(request) }, input, now());
    return seeOther(`/${input.locale}/followers/sent?plan=${input.plan}`);
  } catch (error) {
    const { code, fieldErrors } = refusalOf(error);
    if (code === "CROSS_ORIGIN") return new Response(null, { status: 403 });
    const plan = followSchema.shape.plan.safeParse(form?.plan).data;
    const query = new URLSearchParams({ ...(plan ? { plan } : {}), problem: fieldErrors.email ? "email" : code });
    return seeOther(`/${formLocale(form)}/followers/new?${query}`);
  }
}
