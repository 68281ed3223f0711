/** What another server said of a mail: its code (550), its enhanced status (5.1.1), its words. */
export interface MailRefusal {
  code: number | null;
  status: string | null;
  /** True when it was the recipient that was refused, not what the mail says. */
  ofRecipient: boolean;
  words: string;
}

/** What became of a report: the address was stopped; it is temporary or about a mail we do not know; it cannot be read. */
export type BounceOutcome = "stopped" | "noted" | "unreadable";
