import { resetRequestSchema } from "#lib/accounts/schema.ts";
import { formLocale } from "#lib/record/localized/schema.ts";
import { requestPasswordReset } from "#lib/accounts/passwords/commands.ts";
import { clientAddress, seeOther, takePlainForm } from "#lib/platform/public-form.ts";

/** Takes the plain form of a forgotten password; the answer is the same whether there is such an account or not. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const input = resetRequestSchema.parse(form ?? {});
    await requestPasswordReset({ address: clientAddress(request) }, input);
    return seeOther(`/${input.locale}/forgotten-password?sent`);
  }, ({ code }, form) => seeOther(`/${formLocale(form)}/forgotten-password?problem=${code}`));
}
