import { type DestinationStream, pino } from "pino";

/** Lines hold who, what, which object; never text of a document, never a CPR number. */
export function createLog(level: string, destination?: DestinationStream) {
  const err = (error: unknown) => pino.stdSerializers.err(withoutValues(error) as Error);
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err, path: told } };
  return destination ? pino(options, destination) : pino(options);
}

/** A calendar's address is a secret, wherever it is met: in a request's path, or in what an error says. [H46] */
function told(text: string): string {
  return text.replace(/\/kalender\/[^\s"'?#]+/g, "/kalender/…");
}

export type Log = ReturnType<typeof createLog>;

/**
 * The error as it may be told: what it says, where, and why. A failed query brings its values along (in its message, its
 * stack, and as `params`, PostgreSQL's `detail`), and those are what people wrote.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack = "", cause } = error;
  const said = told(message.split("\nparams:", 1)[0] ?? "");
  const frames = told(stack.slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0));
  const copy = new Error(said, cause === undefined ? {} : { cause: withoutValues(cause) });
  copy.name = name;
  copy.stack = `${name}: ${said}${frames}`;
  return "code" in error ? Object.assign(copy, { code: error.code }) : copy;
}
