import { describe, expect, it } from "vitest";
import { outgoingMailSchema } from "./schema.ts";

const mail = { kind: "comment.confirm", locale: "ka", recipient: "nino@example.ge", subject: "თემა", body: "ტექსტი" } as const;

describe("a mail to be queued", () => {
  it("keeps its subject on one line", () => {
    const subject = "Hello\r\nBcc: everybody@example.ge\u2028X: y\u0000";
    expect(outgoingMailSchema.parse({ ...mail, subject }).subject).toBe("Hello Bcc: everybody@example.ge X: y");
  });

  it.each(["nino@example.ge\r\nBcc: x@example.ge", "nino@example.ge, x@example.ge", "Nino <nino@example.ge>", "", `${"a".repeat(250)}@example.ge`])(
    "refuses the recipient %j", (recipient) => expect(outgoingMailSchema.safeParse({ ...mail, recipient }).success).toBe(false),
  );

  it("refuses an empty subject or body", () => {
    expect(outgoingMailSchema.safeParse({ ...mail, subject: "\r\n" }).success).toBe(false);
    expect(outgoingMailSchema.safeParse({ ...mail, body: "" }).success).toBe(false);
  });
});
