import { createHash } from "node:crypto";
import { Client } from "pg";

const role = "open_commitments_application";

/** What was recorded is only ever added to. Triggers refuse the rest as well; this role cannot switch them off. */
const insertOnly = ["AuditEvent", "ReportVersion", "ReportFile", "UpdateReview", "PlanChange", "AssessmentAnswer", "Crosswalk", "CommitmentAddress"];

const statements = [
  `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF; END $$`,
  `GRANT USAGE ON SCHEMA public TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  ...insertOnly.map((table) => `REVOKE UPDATE, DELETE ON "${table}" FROM ${role}`),
  `REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${role}`,
  `GRANT USAGE ON SCHEMA pgboss TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${role}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO ${role}`,
];

/**
 * Makes, in a migrated database with its job queue, the role as which the application runs: it reads and writes rows and owns nothing, so
 * that no statement of its own can change a table, switch off a trigger or rewrite what was recorded.
 * @param ownerUrl address of the database as its owner, with a password
 * @returns the same address as that role
 */
export async function applicationUrl(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password = createHash("sha256").update(`application ${url.password}`).digest("hex");
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("BEGIN");
    // Another program may be starting on the same server.
    await owner.query("SELECT pg_advisory_xact_lock(hashtext('application role'))");
    for (const statement of statements) await owner.query(statement);
    await owner.query(`ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`);
    await owner.query("COMMIT");
  } finally {
    await owner.end();
  }
  return Object.assign(url, { username: role, password }).href;
}
