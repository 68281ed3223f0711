import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The browser of the machine, or the one that comes from npm. */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const installed = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((place) => place && existsSync(place));
  if (installed) return chromium.launch({ executablePath: installed, args: [...quiet, ...more] });
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet, ...more] });
}
