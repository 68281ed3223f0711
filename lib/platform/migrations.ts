import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Client } from "pg";

const root = path.resolve(import.meta.dirname, "../..");
export const migrationsFolder = path.join(root, "prisma/migrations");
const schemaFolder = path.join(root, "prisma/schema");
const noFilter = { externalTables: [], externalEnums: [] };
/** Two starts at once apply migrations one after the other; the number is ours and means nothing else. */
const migrationLock = 5_731_001;

let loading: Promise<void> | undefined;

/** Prisma's own schema engine, as WebAssembly from npm: its command line would download a binary at this point. */
function loadEngine(): Promise<void> {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
    const bytes = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
    const imports = { "./schema_engine_bg.js": { ...engineModule } as WebAssembly.ModuleImports };
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    engineModule.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loading;
}

async function schemaFiles(): Promise<SchemaFile[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(names.map(async (name) => ({ path: name, content: await readFile(path.join(schemaFolder, name), "utf8") })));
}

async function migrationList(): Promise<engineModule.MigrationList> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: await readFile(path.join(migrationsFolder, name, "migration.sql"), "utf8") } },
      })),
    ),
  };
}

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The adapter would cut a script at every semicolon, also inside function bodies; PostgreSQL takes it whole. */
function withWholeScripts(adapter: PgAdapter): PgAdapter {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  return adapter;
}

class MigrationAdapter extends PrismaPg {
  readonly #opened: PgAdapter[] = [];

  override async connect(): Promise<PgAdapter> {
    return this.#keep(await super.connect());
  }

  override async connectToShadowDb(): Promise<PgAdapter> {
    return this.#keep(await super.connectToShadowDb());
  }

  #keep(adapter: PgAdapter): PgAdapter {
    this.#opened.push(adapter);
    return withWholeScripts(adapter);
  }

  /** The engine leaves its connections open, and PostgreSQL clones no database that somebody uses. */
  async close(): Promise<void> {
    await Promise.all(this.#opened.map((adapter) => adapter.dispose()));
  }
}

async function withEngine<T>(databaseUrl: string, run: (engine: engineModule.SchemaEngine) => Promise<T>): Promise<T> {
  await loadEngine();
  const connections = new MigrationAdapter({ connectionString: databaseUrl });
  const adapter = bindMigrationAwareSqlAdapterFactory(connections);
  const datamodels = (await schemaFiles()).map((file): [string, string] => [file.path, file.content]);
  const engine = await engineModule.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await run(engine);
  } finally {
    engine.free();
    await connections.close();
  }
}

/**
 * Applies the migrations of `prisma/migrations` that the database lacks and returns their names. They are recorded in
 * Prisma's own `_prisma_migrations`, so that `prisma migrate deploy` can be used elsewhere.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const input = { migrationsList: await migrationList(), filters: noFilter };
    return await withEngine(databaseUrl, async (engine) => (await engine.applyMigrations(input)).appliedMigrationNames);
  } finally {
    await lock.end();
  }
}

export type SchemaFile = { path: string; content: string };

/** `prisma/schema` as one text: what a migration keeps beside its SQL, for the next one to start from. */
export async function schemaAsOneFile(): Promise<string> {
  return (await schemaFiles()).map((file) => file.content.trim()).join("\n\n") + "\n";
}

/** The schema that the newest migration led to; empty when there is none. */
export async function schemaOfLastMigration(): Promise<SchemaFile[]> {
  const last = (await migrationList()).migrationDirectories.at(-1);
  if (!last) return [];
  return [{ path: "schema.prisma", content: await readFile(path.join(migrationsFolder, last.path, "schema.prisma"), "utf8") }];
}

/**
 * The SQL that leads from an older schema (its files; none for the first migration) to today's `prisma/schema`; null when
 * they agree. Compares schemas, not a database: the engine cannot read PostgreSQL's catalogue through this driver.
 */
export async function diffSchema(databaseUrl: string, older: SchemaFile[]): Promise<string | null> {
  const files = await schemaFiles();
  return withEngine(databaseUrl, async (engine) => {
    const from: engineModule.DiffTarget = older.length ? { tag: "schemaDatamodel", files: older } : { tag: "empty" };
    const { stdout } = await engine.diff({ from, to: { tag: "schemaDatamodel", files }, script: true, exitCode: null, filters: noFilter });
    return !stdout || stdout.includes("This is an empty migration") ? null : stdout;
  });
}
