import { commentNewsConsent } from "#lib/comments/news/schema.ts";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import type { Wanted } from "#lib/followers/followed/schema.ts";
import { askToFollow, confirmFollowOf } from "#lib/followers/commands.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { inTransaction } from "#lib/platform/db/client.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";

/**
 * Has somebody told by mail of what they commented on, in the transaction that confirms their comment: the button behind the
 * mailed link has proved the address and was agreed to begin this as well. Who follows it already goes on as before; what is not
 * public any more is left out.
 */
export async function followCommented({ email, locale }: { email: string; locale: Locale }, wanted: Wanted, now: Date): Promise<void> {
  if (!(await findFollowable(wanted))) return;
  await inTransaction(async () => {
    const { followId } = await askToFollow({ ...wanted, frequency: "at_once", locale }, { channel: "email", address: email }, hashToken(newToken()), now);
    await confirmFollowOf(followId, now, commentNewsConsent);
  });
}
