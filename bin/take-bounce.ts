// `npm run bounce`: takes the report of one mail that could not be delivered from the standard input; see README, "Mail".
import * as clock from "#lib/platform/clock.ts";
import { openInstallation, settingsOrExit } from "#lib/platform/installation.ts";
import { log } from "#lib/platform/log.ts";

/** What a mail server takes for "keep it and try again later". */
const tryLater = 75;

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);

try {
  const installation = await openInstallation(settingsOrExit(), () => undefined);
  const { takeBounce } = await import("#lib/messages/bounces/commands.ts");
  const sentTo = [process.env.ORIGINAL_RECIPIENT, process.env.RECIPIENT, ...process.argv.slice(2)].filter(Boolean).join("\n");
  const outcome = await takeBounce(Buffer.concat(chunks), sentTo, clock.now());
  await installation.close();
  console.log(outcome);
} catch (error) {
  log.error({ err: error }, "a delivery report could not be taken");
  process.exitCode = tryLater;
}
