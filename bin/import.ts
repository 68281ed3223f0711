// `npm run import -- FILE [--locale ka|en]`: loads a plan file (docs/plan-file.md), all of it or nothing.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { systemActor } from "#lib/record/actors/schema.ts";
import { defaultLocale, localeSchema } from "#lib/record/localized/schema.ts";
import * as clock from "#lib/platform/clock.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { openInstallation, settingsOrExit } from "#lib/platform/installation.ts";

// An option we do not know is left for what it is, so that the usage can be told in the reader's language.
const { values: options, positionals } = parseArgs({ options: { locale: { type: "string" } }, allowPositionals: true, strict: false });
const say = await translatorFor(localeSchema.catch(defaultLocale).parse(options.locale));
// npm changes into the project's folder; the file was named from where the person stands.
const place = path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? "");
const near = path.relative(process.cwd(), place);
const file = near.startsWith("..") ? place : near;

function fail(...sentences: string[]): never {
  for (const sentence of sentences) console.error(`✕ ${sentence}`);
  process.exit(1);
}

/** The file's JSON; ends the program, before anything is started, when there is none. */
function readPlanFile(): unknown {
  if (positionals.length !== 1) fail(say("plan-files.says.usage"));
  const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const text = attempt(() => readFileSync(place, "utf8"), (error) => say("plan-files.says.unreadable", { file, reason: reason(error) }));
  return attempt((): unknown => JSON.parse(text), (error) => say("plan-files.says.notJson", { file, reason: reason(error) }));
}

function attempt<T>(read: () => T, explain: (error: unknown) => string): T {
  try {
    return read();
  } catch (error) {
    return fail(explain(error));
  }
}

/** What there is to say, and whether the file is in the record now. */
async function load(raw: unknown): Promise<{ done: boolean; sentences: string[] }> {
  const [{ ensureLists }, { checkPlanFile }, { importPlan }] = await Promise.all([import("#lib/record/lists/commands.ts"), import("#lib/imports/plan-files/queries.ts"), import("#lib/imports/plan-loading/commands.ts")]);
  const now = clock.now();
  await ensureLists(now);
  const checked = await checkPlanFile(raw, now);
  if ("problems" in checked) {
    const sentences = checked.problems.map(({ path: at, message, values }) =>
      say("plan-files.says.problem", { path: at || say("plan-files.says.whole"), problem: say(`plan-files.problems.${message}`, values), expected: say(`plan-files.expected.${message}`, values) }),
    );
    return { done: false, sentences: [...sentences, say("plan-files.says.count", { count: sentences.length, file })] };
  }
  const plan = checked.file.plan.slug;
  try {
    const { outcome, counts } = await importPlan(systemActor("import"), raw, now);
    return { done: true, sentences: [say(`plan-files.says.${outcome}`, { ...counts, file, plan })] };
  } catch (error) {
    if (isDomainError(error) && error.code === "ALREADY_EXISTS") return { done: false, sentences: [say("plan-files.says.taken", { file, plan })] };
    throw error;
  }
}

const raw = readPlanFile();
const installation = await openInstallation(settingsOrExit(), (sentence) => console.log(`• ${sentence}`));
try {
  const { done, sentences } = await load(raw);
  for (const sentence of sentences) (done ? console.log : console.error)(`${done ? "•" : "✕"} ${sentence}`);
  process.exitCode = done ? 0 : 1;
} finally {
  await installation.close();
}
