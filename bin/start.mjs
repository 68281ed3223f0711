// `npm start`: everything that is missing, then the server. `--dev` serves with reloading instead of building.
import { build, generate, install, node, run } from "./prepare.mjs";

const dev = process.argv.includes("--dev");

await install();
await generate();
if (!dev) await build();
const exitCode = await run(node, ["bin/serve.ts", ...(dev ? ["--dev"] : [])], {
  env: { NODE_ENV: dev ? "development" : "production" },
  channel: true,
});
process.exit(exitCode);
