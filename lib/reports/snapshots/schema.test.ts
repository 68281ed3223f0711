import { expect, it } from "vitest";
import { snapshotFormat, snapshotJsonSchema } from "./schema.ts";

it("is documented as JSON Schema just as it is read (mend the document with vitest -u)", async () => {
  const schema = `${JSON.stringify(snapshotJsonSchema(), null, 2)}\n`;
  expect(schema).toContain(`"const": "${snapshotFormat}"`);
  await expect(schema).toMatchFileSnapshot("../../../docs/report.schema.json");
});
