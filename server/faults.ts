import type { Log } from "./log";

/**
 * What nobody caught ends here. A promise that nobody awaits is logged and the house stands. Anything thrown outside a
 * promise may have left something half done, so the process ends (and its next start needs no recovery, [I8]), with one
 * exception: postgres.js 3.4.9 throws from a timer when its connection dies in the middle of a transaction. The
 * transaction itself was refused in the ordinary way, and the pool connects anew.
 */
export function watchFaults(log: Log, end: (why: string, exitCode: number) => Promise<void>): void {
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
  process.on("uncaughtException", (error) => {
    log.error({ err: error }, "uncaught");
    if (!isLostConnection(error)) void end("an uncaught fault", 1);
  });
}

export function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError && /[/\\]postgres[/\\](cjs[/\\])?src[/\\]connection\.js/.test(error.stack ?? "");
}
