// `npm run sms-gateway`: a gateway for text messages on this machine, to try the installation with. Nothing leaves the machine.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openSmsGateway, sendFromTelephone, type Fate } from "#lib/platform/testing/sms-gateway.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: "13013" }, folder: { type: "string", default: "data/sms" }, incoming: { type: "string" } } });
const folder = path.resolve(values.folder);

/** What becomes of a message to a number is in its last three digits. */
const endings: Record<string, Fate> = { "000": "refuse", "001": "busy", "002": "unknown", "003": "unreachable", "004": "silent" };
let taken = 0;

mkdirSync(folder, { recursive: true, mode: 0o700 });
const { url } = await openSmsGateway({
  username: "tracker", password: "tracker", port: Number(values.port),
  fateOf: (number) => endings[number.slice(-3)] ?? "deliver",
  take: (sms) => {
    writeFileSync(path.join(folder, `${String((taken += 1)).padStart(5, "0")}.json`), `${JSON.stringify(sms, null, 2)}\n`, { mode: 0o600 });
    console.log(`\n${sms.to} ←\n${sms.text}`);
  },
});

console.log(`• Text messages come here and are kept in ${folder}. Start the installation with\n    SMS_URL=${url} SMS_FROM=2012 SMS_PRICE=0.05 npm start`);
console.log(`• Numbers that end in ${Object.entries(endings).map(([ending, fate]) => `${ending}: ${fate}`).join(", ")}.`);
if (values.incoming) {
  const { incoming } = values;
  console.log("• To answer from a telephone, type its number and a text: +995555123456 STOP");
  createInterface(process.stdin).on("line", (line) => {
    const [number = "", ...words] = line.trim().split(" ");
    if (number) sendFromTelephone(incoming, number, words.join(" ")).then((status) => console.log(`→ ${status}`), (error: unknown) => console.error(error));
  });
} else console.log("• To answer from a telephone, start it with --incoming ADDRESS, as the page of text messages in the workspace says.");
