/** When any of the subjects was last reported on or judged in public; null: never. */
export function lastChangeOf(subjects: readonly { updates: readonly { acceptedAt: Date }[]; assessments: readonly { publishedAt: Date }[] }[]): Date | null {
  const instants = subjects.flatMap(({ updates, assessments }) => [...updates.map(({ acceptedAt }) => acceptedAt), ...assessments.map(({ publishedAt }) => publishedAt)]);
  return instants.reduce<Date | null>((last, instant) => (!last || instant > last ? instant : last), null);
}
