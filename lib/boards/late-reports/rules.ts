/** When a report came in: when it was sent, or, where a source says only that, when it was accepted. Null: it did not. */
export function arrivedAt(update: { submittedAt: Date | null; acceptedAt: Date | null }): Date | null {
  return update.submittedAt ?? update.acceptedAt;
}
