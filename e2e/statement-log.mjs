// Runs before the installation of the stories: writes every statement that is sent to the database into a file, a line each.
import { appendFileSync } from "node:fs";
import pg from "pg";

const file = process.env.STATEMENT_LOG;
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function logged(...args) {
  const text = typeof args[0] === "string" ? args[0] : args[0]?.text;
  if (file && text) appendFileSync(file, `${text.replace(/\s+/g, " ").trim()}\n`);
  return query.apply(this, args);
};
