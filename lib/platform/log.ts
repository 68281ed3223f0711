import { pino } from "pino";

/** Structured log on standard error; standard output stays readable for the person who started the server. */
export const log = pino(
  { level: process.env.LOG_LEVEL ?? "warn", base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
);
