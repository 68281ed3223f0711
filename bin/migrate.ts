// `npm run migrate`: brings the database up to date without serving, for installations that start several servers.
import { openInstallation, settingsOrExit } from "#lib/platform/installation.ts";

const installation = await openInstallation(settingsOrExit(), (sentence) => console.log(`• ${sentence}`));
await installation.close();
console.log("• The database is up to date.");
