import { createServer } from "node:net";
import lighthouse, { type Flags } from "lighthouse";
import { launchBrowser } from "#e2e/browser.ts";

export const formFactors = ["mobile", "desktop"] as const;
export type FormFactor = (typeof formFactors)[number];

/** The least that a page may get, of 100. */
export const least = { accessibility: 100, "best-practices": 95, seo: 95 } as const;

const screens = {
  mobile: { mobile: true, width: 390, height: 844, deviceScaleFactor: 2, disabled: false },
  desktop: { mobile: false, width: 1280, height: 900, deviceScaleFactor: 1, disabled: false },
};

export interface Audited {
  /** Of 100. */
  scores: Record<string, number>;
  /** What it lost points for. */
  lost: string[];
}

export interface Auditor {
  /** @param personal a page that search engines are told to leave alone, which is right and would cost it points */
  audit(url: string, formFactor: FormFactor, personal: boolean): Promise<Audited>;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Lighthouse on a browser of its own: what it says of accessibility, of good practice and to search engines. */
export async function openAuditor(): Promise<Auditor> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  return {
    async audit(url, formFactor, personal) {
      const flags: Flags = {
        port, formFactor, screenEmulation: screens[formFactor], logLevel: "error", onlyCategories: Object.keys(least), skipAudits: personal ? ["is-crawlable"] : [],
        // No measuring of speed: a page is whole as soon as it is there. (With any other way of slowing down it would wait for five seconds, twice.)
        throttlingMethod: "simulate", pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0, disableFullPageScreenshot: true,
      };
      const result = await lighthouse(url, flags);
      if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? "no answer"}`);
      const { categories, audits } = result.lhr;
      const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
      return { scores, lost: Object.values(audits).filter(({ score }) => score !== null && score < 1).map(({ id, title }) => `${id}: ${title}`) };
    },
    close: () => browser.close(),
  };
}

/** The categories in which a page got less than it has to. */
export function tooLow({ scores }: Audited): string[] {
  return Object.entries(least).filter(([category, score]) => (scores[category] ?? 0) < score).map(([category]) => `${category} ${scores[category] ?? 0}`);
}
