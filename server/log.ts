import { pino } from "pino";

/** Lines hold who, what, which object; never text of a document, never a CPR number. */
export function createLog(level: string) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export type Log = ReturnType<typeof createLog>;
