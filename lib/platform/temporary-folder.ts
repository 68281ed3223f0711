import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** A new empty folder for a while. PostgreSQL's own user may pass through it, which `mkdtemp` alone does not allow. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `open-commitments-${purpose}-`));
  chmodSync(folder, 0o711);
  return folder;
}
