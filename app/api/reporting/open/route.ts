import { formLocale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { clientAddress, seeOther, takePlainForm } from "#lib/platform/public-form.ts";
import { openReportingLink } from "#lib/boards/reporting-links/commands.ts";
import { seeOtherWithLink } from "../link-cookie.ts";

/** Opens the form behind a mailed link when its button is pressed; the link itself changes nothing, and neither does this in the record. */
export async function POST(request: Request): Promise<Response> {
  return takePlainForm(request, async (form) => {
    const [token, at] = [form?.token ?? "", now()];
    const { id, expiresAt } = await openReportingLink(clientAddress(request), token, at);
    return seeOtherWithLink(`/${formLocale(form)}/reporting/${id}`, id, { token, expiresAt, now: at });
  }, ({ code }, form) => {
    // The page says itself why a link opens nothing; the rest it has to be told.
    const problem = code === "REPORTING_LINK_ENDED" ? "" : `&problem=${code}`;
    return seeOther(`/${formLocale(form)}/reporting?link=${encodeURIComponent(form?.token ?? "")}${problem}`);
  });
}
