import { dayOf } from "#lib/record/terms/rules.ts";

/** First and last calendar day in Tbilisi on which comments are taken, both included. */
export interface ConsultationWindow {
  opensOn: string;
  endsOn: string;
}

/** What the consultation on a plan or report is today; `daysLeft` counts the nights until the last day (0: today is the last). */
export type ConsultationState = { state: "none" } | ({ state: "open"; daysLeft: number } & ConsultationWindow) | ({ state: "closed" } & ConsultationWindow);

/** The window that opens today and is open for `days` more, as the plan's setting says. */
export function consultationWindow(now: Date, days: number): ConsultationWindow {
  const opensOn = dayOf(now);
  const end = new Date(`${opensOn}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + days);
  return { opensOn, endsOn: end.toISOString().slice(0, 10) };
}

/** Both days or none, as the record keeps them. */
export function windowOf(row: { consultationOpensOn: string | null; consultationEndsOn: string | null }): ConsultationWindow | null {
  const { consultationOpensOn: opensOn, consultationEndsOn: endsOn } = row;
  return opensOn && endsOn ? { opensOn, endsOn } : null;
}

/** See {@link ConsultationState}. What is in consultation no more takes no comments, whatever its window was. */
export function consultationState(window: ConsultationWindow | null, status: string, now: Date): ConsultationState {
  if (!window) return { state: "none" };
  const daysLeft = Math.round((Date.parse(window.endsOn) - Date.parse(dayOf(now))) / 86_400_000);
  return status === "in_consultation" && daysLeft >= 0 ? { state: "open", ...window, daysLeft } : { state: "closed", ...window };
}

/** True while what is in consultation takes comments: from its first day to the end of its last; always, where no days are stated. */
export function takesComments(row: { status: string; consultationOpensOn: string | null; consultationEndsOn: string | null }, now: Date): boolean {
  const today = dayOf(now);
  const { consultationOpensOn: opens, consultationEndsOn: ends } = row;
  return row.status === "in_consultation" && (!opens || opens <= today) && (!ends || today <= ends);
}
