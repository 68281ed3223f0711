/** Kind of the mail; those that could not be delivered are shown to the Secretariat. */
export const digestMailKind = "reminder.digest";
