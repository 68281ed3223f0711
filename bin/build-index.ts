// `npm run index`: makes the index of the search anew. The database keeps it by itself; this is for after a restored backup or a changed folding.
import { openInstallation, settingsOrExit } from "#lib/platform/installation.ts";

const installation = await openInstallation(settingsOrExit(), (sentence) => console.log(`• ${sentence}`));
const { rebuildIndex } = await import("#lib/search/commands.ts");
try {
  console.log(`• ${await rebuildIndex()} things can be found.`);
} finally {
  await installation.close();
}
