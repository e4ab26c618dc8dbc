import { pino } from "pino";

/** Lines hold who, what, which object; never text of a document, never a CPR number. */
export function createLog(level: string) {
  const serializers = { err: (error: unknown) => pino.stdSerializers.err(withoutValues(error) as Error) };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers });
}

export type Log = ReturnType<typeof createLog>;

/**
 * The error as it may be told: what it says, where, and why. A failed query brings its values along (in its message, its
 * stack, and as `params`, PostgreSQL's `detail`), and those are what people wrote.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack = "", cause } = error;
  const said = message.split("\nparams:", 1)[0] ?? "";
  const frames = stack.slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0);
  const told = new Error(said, cause === undefined ? {} : { cause: withoutValues(cause) });
  told.name = name;
  told.stack = `${name}: ${said}${frames}`;
  return "code" in error ? Object.assign(told, { code: error.code }) : told;
}
