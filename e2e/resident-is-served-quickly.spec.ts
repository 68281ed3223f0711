import { readFileSync, truncateSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { publicTemplates } from "#e2e/page-templates.ts";

/** What a page may ask of the database, however much is in it, unless its line in the list says otherwise. */
const most = 6;

/** Jobs in the background ask, too; what opens and ends a transaction is no question. */
const isQuestion = (statement: string) => !/pgboss|^(begin|commit|rollback|set|deallocate|listen)\b/i.test(statement);

/** The statements for one page, rendered afresh: a reader with a session, valid or not, never gets a kept one. */
async function statementsFor(address: string): Promise<string[]> {
  truncateSync(inject("statementLog"));
  const answer = await fetch(`${inject("site")}${address}`, { headers: { cookie: "next-auth.session-token=none" } });
  await answer.arrayBuffer();
  return readFileSync(inject("statementLog"), "utf8").split("\n").filter((statement) => statement && isQuestion(statement));
}

/** Of three attempts the quietest, so that no job in the background is taken for a part of the page. */
async function quietest(address: string): Promise<string[]> {
  let least = await statementsFor(address);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await wait(100);
    const again = await statementsFor(address);
    if (again.length < least.length) least = again;
  }
  return least;
}

const addresses = publicTemplates.flatMap(({ address, larger, questions = most }) => [address, ...(larger ? [larger] : [])].map((one) => [one, questions] as const));

test.each(addresses)("%s asks the database at most %i questions, each once", async (address, questions) => {
  const asked = await quietest(`/ka${address}`);
  const told = asked.map((statement) => statement.slice(0, 300)).join("\n");
  expect.soft(asked.length, told).toBeLessThanOrEqual(questions);
  expect.soft(asked.filter((statement, index) => asked.indexOf(statement) !== index).map((statement) => statement.slice(0, 300))).toEqual([]);
});
