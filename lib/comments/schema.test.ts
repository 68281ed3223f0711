import { describe, expect, it } from "vitest";
import { commentSchema, refuseCommentSchema, typedCommentSchema } from "./schema.ts";

const subject = { kind: "commitment", id: "0190a6f0-0000-7000-8000-000000000001" };
const typed = { subject, name: " ნინო  გ. ", email: " Nino@Example.ge ", body: " ერთი\r\nორი ", locale: "ka" };

/** Field → key, as the form shows it. */
function errorsOf(changes: object): Record<string, string> {
  const parsed = commentSchema.safeParse({ ...typed, ...changes });
  return Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

describe("a comment form", () => {
  it("is taken with spaces, line ends and case put in order", () => {
    expect(commentSchema.parse(typed)).toMatchObject({ name: "ნინო გ.", email: "nino@example.ge", body: "ერთი\nორი" });
  });

  it.each(["", "   ", "\n"])("is anonymous with the name %j", (name) => expect(commentSchema.parse({ ...typed, name }).name).toBeNull());

  it.each([["Latin", "a"], ["Georgian", "ვ"], ["emoji", "😀"]])("takes 5,000 characters and no more: %s", (_script, letter) => {
    expect(errorsOf({ body: letter.repeat(5_000) })).toEqual({});
    expect(errorsOf({ body: letter.repeat(5_001) })).toEqual({ body: "bodyTooLong" });
  });

  it("counts a line end once, as browsers send two characters for it", () => {
    expect(errorsOf({ body: `${"ა\r\n".repeat(2_499)}ბგ` })).toEqual({});
  });

  it.each(["", " \r\n\t ", "\u0000\u0007"])("refuses the empty text %j", (body) => expect(errorsOf({ body })).toEqual({ body: "bodyEmpty" }));

  it.each(["", "nino", "nino@", "nino@example.ge\nBcc: x@example.ge", `${"a".repeat(250)}@example.ge`])("refuses the address %j", (email) => {
    expect(errorsOf({ email })).toEqual({ email: "email" });
  });

  it("refuses a name over 100 characters", () => expect(errorsOf({ name: "ა".repeat(101) })).toEqual({ name: "nameTooLong" }));

  it("names every missing field at once", () => {
    expect(errorsOf({ name: undefined, email: undefined, body: undefined })).toEqual({ email: "email", body: "bodyEmpty" });
  });

  it("keeps markup as the text it is", () => {
    const body = "<script>alert(1)</script>";
    expect(commentSchema.parse({ ...typed, body }).body).toBe(body);
  });
});

it("keeps a refused form whatever was sent, but for what PostgreSQL cannot take", () => {
  expect(typedCommentSchema.parse({ body: "a\u0000b", other: "x" })).toEqual({ kind: "", id: "", name: "", email: "", body: "ab", locale: "", section: "", wantsNews: "" });
});

it("asks for one of the coded reasons", () => {
  const refusal = { commentId: subject.id, version: 1, code: "", note: " " };
  expect(refuseCommentSchema.safeParse(refusal).error?.issues.map(({ message }) => message)).toEqual(["choiceRequired"]);
  expect(refuseCommentSchema.parse({ ...refusal, code: "abusive" }).note).toBeNull();
});
