import { expect, test } from "vitest";
import { requireAnswerable } from "./rules.ts";

test.each([
  ["published", false, null],
  ["published", true, "ALREADY_ANSWERED"],
  ["superseded", true, "ALREADY_ANSWERED"],
  ["superseded", false, "ASSESSMENT_SUPERSEDED"],
] as const)("a %s assessment, answered: %o", (status, answered, refusal) => {
  const check = () => requireAnswerable({ status, answered });
  if (refusal) expect(check).toThrow(refusal);
  else expect(check).not.toThrow();
});
