import { parentPort } from "node:worker_threads";
import { makeFile, type FileOrder } from "./making.ts";

/** The thread of the workshop: makes one file for each order, and says what became of it. */
parentPort?.on("message", async (order: FileOrder) => {
  try {
    const bytes = await makeFile(order);
    parentPort?.postMessage({ bytes });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
