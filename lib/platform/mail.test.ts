import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import PostalMime from "postal-mime";
import { beforeEach, expect, test } from "vitest";
import { deliver } from "./mail.ts";

let outbox = "";

beforeEach(() => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "open-commitments-mail-"));
  Object.assign(process.env, { DATA_DIR: dataDir, SMTP_URL: "", MAIL_FROM: "ღია ვალდებულებები <no-reply@example.ge>" });
  outbox = path.join(dataDir, "outbox");
});

const written = () => readdirSync(outbox).sort().map((name) => PostalMime.parse(readFileSync(path.join(outbox, name))));

test("without a mail server a mail becomes a file that mail programs open", async () => {
  await deliver({ to: "nino@example.ge", subject: "დაადასტურეთ კომენტარი", text: "გამარჯობა\n\nhttps://example.ge/ka" });
  const [mail] = await Promise.all(written());
  expect(mail).toMatchObject({ subject: "დაადასტურეთ კომენტარი", from: { address: "no-reply@example.ge" }, to: [{ address: "nino@example.ge" }] });
  expect(mail?.text).toContain("https://example.ge/ka");
});

test("files stand in the order in which the mails were written", async () => {
  for (const subject of ["1", "2", "3"]) {
    await deliver({ to: "nino@example.ge", subject, text: "x" });
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  expect((await Promise.all(written())).map((mail) => mail.subject)).toEqual(["1", "2", "3"]);
});

test("a subject cannot add a header", async () => {
  await deliver({ to: "nino@example.ge", subject: "x\r\nBcc: other@example.ge", text: "x" });
  const [mail] = await Promise.all(written());
  expect(mail?.bcc ?? []).toEqual([]);
});
