import { describe, expect, it } from "vitest";
import { kindOfCode, plainCode, recoveryCodeOf } from "./rules.ts";

describe("a recovery code", () => {
  it("has ten signs that cannot be mistaken for each other", () => {
    expect(recoveryCodeOf(Uint8Array.from([0, 31, 32, 63, 10, 18, 21, 255, 1, 9]))).toBe("0z0za-jnz19");
  });

  it.each([["7K2MQ-X9D4R", "7k2mqx9d4r"], [" 7k2mq – x9d4r ", "7k2mqx9d4r"], ["oil00-abcde", "01100abcde"], ["123 456", "123456"]])("%j is read as %s", (typed, plain) => {
    expect(plainCode(typed)).toBe(plain);
  });

  it.each([["123456", "totp"], ["7k2mqx9d4r", "recovery"], ["0123456789", "recovery"], ["12345", null], ["1234567", null], ["7k2mqx9d4u", null], ["", null]])("%j is %s", (plain, kind) => {
    expect(kindOfCode(plain)).toBe(kind);
  });
});
