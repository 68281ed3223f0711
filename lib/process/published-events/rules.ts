import { sectors, type Sector } from "#lib/process/schema.ts";

/** Who came from one sector. */
export interface SectorAttendance<T> {
  sector: Sector;
  entries: T[];
  /** People, as far as their number is stated. */
  people: number;
  /** Entries that state no number. */
  open: number;
}

/** Attendance by sector, in the order of the sectors; those from which nobody came are left out. */
export function attendanceBySector<T extends { sector: Sector; people: number | null }>(attendance: readonly T[]): SectorAttendance<T>[] {
  return sectors.flatMap((sector) => {
    const entries = attendance.filter((entry) => entry.sector === sector);
    const people = entries.reduce((sum, entry) => sum + (entry.people ?? 0), 0);
    return entries.length > 0 ? [{ sector, entries, people, open: entries.filter((entry) => entry.people === null).length }] : [];
  });
}
