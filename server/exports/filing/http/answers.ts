import type { z } from "zod";
import { CaseSystemError, type FailureKind } from "../port";
import type { Answer } from "./caller";

const KINDS: Readonly<Record<number, FailureKind>> = {
  400: "bad_metadata",
  401: "auth",
  403: "not_allowed",
  405: "not_allowed",
  409: "conflict",
  412: "conflict",
  413: "too_big",
  422: "bad_metadata",
  423: "locked",
  429: "unavailable",
};

/** What a status says by itself, as the error that it is to us. */
export function failureOf({ status, said }: Pick<Answer, "status" | "said">): CaseSystemError {
  const isElsewhere = status >= 300 && status < 400;
  return new CaseSystemError(KINDS[status] ?? (status >= 500 || isElsewhere ? "unavailable" : "unknown"), said);
}

export function isOk({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/**
 * The JSON of an answer. A status of 200 proves nothing: some systems put the page of a 503, an error, or nothing at all
 * behind it, and then nobody knows whether what was asked for was done.
 */
export function jsonIn<Schema extends z.ZodType>(answer: Answer, schema: Schema): z.output<Schema> {
  if (!isOk(answer)) throw failureOf(answer);
  const text = answer.bytes.toString("utf8").trim();
  if (text.startsWith("<")) throw new CaseSystemError("unavailable", `${answer.said} with a page for people`);
  if (text === "") throw new CaseSystemError("unknown", `${answer.said} with nothing in it`);
  const found = schema.safeParse(parsed(text, answer));
  if (found.success) return found.data;
  const places = found.error.issues.map(({ path }) => path.join(".")).join(", ");
  throw new CaseSystemError("unknown", `${answer.said}, and not what was expected at: ${places}`);
}

function parsed(text: string, { said }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CaseSystemError("unknown", `${said} with something that is no JSON`);
  }
}
