"use server";

import { requireActor, requireOwner } from "#lib/accounts/queries.ts";
import { accountIdSchema } from "#lib/accounts/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { keepSession } from "#lib/platform/auth.ts";
import { machineTime } from "#lib/platform/clock.ts";
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes, resetSecondFactor } from "#lib/accounts/second-factor/commands.ts";
import { beginSchema, codeSchema } from "#lib/accounts/second-factor/schema.ts";

/** Apps show codes by the machine's time, whatever clock is set here. */
const machineNow = () => new Date(machineTime());

/** Makes the secret that an authenticator app takes. */
export async function beginSecondFactorAction(raw: unknown) {
  return answer(async () => beginSecondFactor(await requireOwner(), beginSchema.parse(raw), machineNow()));
}

/** Sets up the second factor. Other sessions end; this one proved itself and stays. */
export async function confirmSecondFactorAction(raw: unknown) {
  return answer(async () => {
    const { codes, sessionVersion } = await confirmSecondFactor(await requireOwner(), codeSchema.parse(raw), machineNow());
    await keepSession(sessionVersion);
    return { codes };
  });
}

/** New recovery codes in place of the earlier ones. */
export async function renewRecoveryCodesAction(raw: unknown) {
  return answer(async () => renewRecoveryCodes(await requireOwner(), codeSchema.parse(raw), machineNow()));
}

/** Removes one's own second factor. Other sessions end. */
export async function removeSecondFactorAction(raw: unknown) {
  return answer(async () => {
    const { sessionVersion } = await removeSecondFactor(await requireOwner(), codeSchema.parse(raw), machineNow());
    await keepSession(sessionVersion);
  });
}

/** Takes the second factor from somebody who lost theirs. */
export async function resetSecondFactorAction(raw: unknown) {
  return answer(async () => resetSecondFactor(await requireActor(), accountIdSchema.parse(raw), machineNow()));
}
