import { defaultLocale, localeSchema } from "#lib/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { clientAddress, readPlainForm, seeOther } from "#lib/platform/public-form.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";
import { openReportingLink } from "#lib/reporting-links/commands.ts";
import { seeOtherWithLink } from "../link-cookie.ts";

/** Opens the form behind a mailed link when its button is pressed; the link itself changes nothing, and neither does this in the record. */
export async function POST(request: Request): Promise<Response> {
  let form: Record<string, string> | null = null;
  const localeOf = () => localeSchema.catch(defaultLocale).parse(form?.locale);
  try {
    requireSameOrigin(request);
    form = await readPlainForm(request);
    const [token, at] = [form?.token ?? "", now()];
    const { id, expiresAt } = await openReportingLink(clientAddress(request), token, at);
    return seeOtherWithLink(`/${localeOf()}/reporting/${id}`, id, { token, expiresAt, now: at });
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === "CROSS_ORIGIN") return new Response(null, { status: 403 });
    // The page says itself why a link opens nothing; the rest it has to be told.
    const problem = code === "REPORTING_LINK_ENDED" ? "" : `&problem=${code}`;
    return seeOther(`/${localeOf()}/reporting?link=${encodeURIComponent(form?.token ?? "")}${problem}`);
  }
}
