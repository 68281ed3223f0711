import { formLocale } from "#lib/record/localized/schema.ts";
import { seeOther, takePlainForm } from "#lib/platform/public-form.ts";
import { seeOtherWithLink } from "../../link-cookie.ts";

/** Closes a link's form in this browser; the mailed link opens it again. */
export async function POST(request: Request, { params }: { params: Promise<{ linkId: string }> }): Promise<Response> {
  const { linkId } = await params;
  return takePlainForm(
    request,
    async (form) => seeOtherWithLink(`/${formLocale(form)}/reporting?left=1`, encodeURIComponent(linkId)),
    (_, form) => seeOther(`/${formLocale(form)}/reporting`),
  );
}
