// `node bin/read-text.ts TYPE < file`: what can be read in a file, as JSON. The server starts it for each file with no right to write, to start programs or to
// see the settings (lib/platform/apart.ts): whatever a file does to the program that reads it, it does to this one alone.
import { buffer } from "node:stream/consumers";
import { readText } from "#lib/evidence/texts/rules.ts";
import { readableTypes } from "#lib/evidence/texts/schema.ts";

const type = readableTypes.find((one) => one === process.argv[2]);
const reading = type ? await readText(new Uint8Array(await buffer(process.stdin)), type) : { status: "refused" };
process.stdout.write(JSON.stringify(reading));
