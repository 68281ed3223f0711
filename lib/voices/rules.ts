/** Newest period first; within one, the latest first. */
export function newestFirst<T extends { period: { endsOn: string } }>(records: readonly T[], at: (record: T) => Date): T[] {
  return [...records].sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn) || at(b).getTime() - at(a).getTime());
}
