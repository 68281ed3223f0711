import { describe, expect, it } from "vitest";
import { DomainError } from "#lib/platform/errors.ts";
import { seeOther, takePlainForm, type PlainForm } from "./public-form.ts";

const type = { "content-type": "application/x-www-form-urlencoded" };
const own = { host: "tracker.example", origin: "https://tracker.example", ...type };

/** Sends a body, and says what the handler was given and what it answered. */
async function sent(headers: Record<string, string>, body: string, error?: unknown) {
  const taken: PlainForm[] = [];
  const request = new Request("https://tracker.example/api/x", { method: "POST", headers, body });
  const response = await takePlainForm(request, async (form) => {
    taken.push(form);
    if (error) throw error;
    return seeOther("/done");
  }, ({ code }, form) => seeOther(`/again?problem=${code}&typed=${form?.name ?? ""}`));
  return { taken, status: response.status, location: response.headers.get("location") };
}

describe("a plain form", () => {
  it("is taken with the first value of each field, and leads on with a GET", async () => {
    expect(await sent(own, "name=%E1%83%90+b&name=c&other=")).toEqual({ taken: [{ name: "ა b", other: "" }], status: 303, location: "/done" });
  });

  it.each([["of another site", { ...own, origin: "https://elsewhere.example" }], ["of no page", { host: own.host, ...type }], ["of a hidden page", { ...own, origin: "null" }]])("%s is refused unread", async (_, headers) => {
    expect(await sent(headers, "name=a")).toEqual({ taken: [], status: 403, location: null });
  });

  it("that is no form, or larger than half a megabyte, is given as none", async () => {
    expect((await sent({ ...own, "content-type": "application/json" }, "{}")).taken).toEqual([null]);
    expect((await sent(own, `name=${"a".repeat(600_000)}`)).taken).toEqual([null]);
  });

  it("that is refused leads to where it says so, with what was typed", async () => {
    expect((await sent(own, "name=a", new DomainError("CONFLICT"))).location).toBe("/again?problem=CONFLICT&typed=a");
  });

  it("leaves what the framework throws to it", async () => {
    await expect(sent(own, "name=a", Object.assign(new Error("NEXT_NOT_FOUND"), { digest: "NEXT_HTTP_ERROR_FALLBACK;404" }))).rejects.toThrow("NEXT_NOT_FOUND");
  });
});
