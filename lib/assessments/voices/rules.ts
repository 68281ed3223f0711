/** Newest period first; within one, the latest first. */
export function newestFirst<T extends { period: { endsOn: string } }>(records: readonly T[], at: (record: T) => Date): T[] {
  return [...records].sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn) || at(b).getTime() - at(a).getTime());
}

interface Spoken {
  period: { slug: string; endsOn: string };
  organisation: { slug: string };
}

interface Judged extends Spoken {
  voice: string;
  superseded: boolean;
}

/** One assessor in one period: what is said now, and what it superseded, the latest first. */
export interface AssessorInPeriod<A> {
  current: A;
  earlier: A[];
}

/** Everything that is said of one commitment or milestone for one period. */
export interface PeriodVoices<U extends Spoken, A> {
  period: U["period"];
  update: U | null;
  secretariat: AssessorInPeriod<A>[];
  /** One for every independent organisation. */
  independent: AssessorInPeriod<A>[];
}

/** The voices by period, the newest first. `assessments`: also the superseded ones, the latest first. */
export function voicesByPeriod<U extends Spoken, A extends Judged & { period: U["period"] }>(updates: readonly U[], assessments: readonly A[]): PeriodVoices<U, A>[] {
  const periods = new Map(newestFirst<U | A>([...updates, ...assessments], () => new Date(0)).map(({ period }) => [period.slug, period]));
  return [...periods.values()].map((period) => {
    const own = assessments.filter((assessment) => assessment.period.slug === period.slug);
    const of = (voice: string) => assessorsOf(own.filter((assessment) => assessment.voice === voice));
    return { period, update: updates.find((update) => update.period.slug === period.slug) ?? null, secretariat: of("secretariat"), independent: of("independent") };
  });
}

function assessorsOf<A extends Judged>(assessments: readonly A[]): AssessorInPeriod<A>[] {
  return assessments
    .filter(({ superseded }) => !superseded)
    .map((current) => ({ current, earlier: assessments.filter(({ superseded, organisation }) => superseded && organisation.slug === current.organisation.slug) }));
}

/** How much of a narrative stands in its column before the rest has to be opened, in UTF-16 units. */
const beginningLength = 320;

/** A text cut after a sentence, else after a word; the rest is "" where it is short enough to stand whole. */
export function beginningOf(text: string): { beginning: string; rest: string } {
  const whole = text.trim();
  if (whole.length <= beginningLength * 1.25) return { beginning: whole, rest: "" };
  const head = whole.slice(0, beginningLength);
  const sentence = Math.max(head.lastIndexOf("\n\n"), ...[". ", "! ", "? ", ".\n", "; "].map((end) => head.lastIndexOf(end) + 1));
  const cut = sentence > beginningLength / 2 ? sentence : head.lastIndexOf(" ") > 0 ? head.lastIndexOf(" ") : beginningLength;
  return { beginning: whole.slice(0, cut).trimEnd(), rest: whole.slice(cut).trimStart() };
}
