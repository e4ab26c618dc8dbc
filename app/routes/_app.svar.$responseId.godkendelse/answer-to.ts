import type { Answer } from "~/refusals";

/** The refusal of one of these commands; what another form was answered is none of theirs. */
export function answerTo(answer: unknown, ...commands: readonly string[]): Answer | undefined {
  if (typeof answer !== "object" || answer === null || !("refusal" in answer) || !("values" in answer))
    return undefined;
  const refused = answer as Answer; // Both its parts are there, and only a refusal has them.
  return commands.includes(String(refused.values["command"])) ? refused : undefined;
}
