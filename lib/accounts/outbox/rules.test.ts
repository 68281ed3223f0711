import { expect, it } from "vitest";
import { isToResident } from "./policy.ts";
import { withoutAddresses } from "./rules.ts";
import { mailAddress, mailFilterSchema } from "./schema.ts";

it("leaves out of a server's answer whom it was about", () => {
  expect(withoutAddresses("550 5.1.1 <eka@example.ge>: no such user eka+x@mail.example.ge here")).toBe("550 5.1.1 <…>: no such user … here");
});

it("knows what goes to residents", () => {
  expect(["comment.confirm", "comment.answered", "reminder.digest", "account.reset"].map(isToResident)).toEqual([true, true, false, false]);
});

it("reads a page's address and writes it", () => {
  expect(mailFilterSchema.parse({ status: "failed", page: "2" })).toEqual({ status: "failed", page: 2 });
  expect(mailFilterSchema.parse({ status: "nonsense", page: "-1" })).toEqual({ status: undefined, page: 1 });
  expect([mailAddress({}), mailAddress({ status: "failed", page: 2 })]).toEqual(["/workspace/administration/mail", "/workspace/administration/mail?status=failed&page=2"]);
});
