import { resetRequestSchema } from "#lib/accounts/schema.ts";
import { localeSchema } from "#lib/localized/schema.ts";
import { requestPasswordReset } from "#lib/passwords/commands.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { clientAddress, readPlainForm, seeOther } from "#lib/platform/public-form.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";

/** Takes the plain form of a forgotten password; the answer is the same whether there is such an account or not. */
export async function POST(request: Request): Promise<Response> {
  let form: Record<string, string> | null = null;
  try {
    requireSameOrigin(request);
    form = await readPlainForm(request);
    const input = resetRequestSchema.parse(form ?? {});
    await requestPasswordReset({ address: clientAddress(request) }, input);
    return seeOther(`/${input.locale}/forgotten-password?sent`);
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === "CROSS_ORIGIN") return new Response(null, { status: 403 });
    return seeOther(`/${localeSchema.catch("ka").parse(form?.locale)}/forgotten-password?problem=${code}`);
  }
}
