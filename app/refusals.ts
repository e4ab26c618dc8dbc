import { data } from "@remix-run/node";
import type { FieldCodes, RefusalKind } from "../server/errors";

/** What a refused form gets back: the codes, and everything that was typed. */
export type Answer = { refusal: { code: string; fields: FieldCodes }; values: Values };
export type Values = Readonly<Record<string, string | string[]>>;

type RefusalLike = { name: "Refusal"; kind: RefusalKind; code: string; fields: FieldCodes; status: number };

/** The class lives in the server's bundle and this in another, so a refusal is known by its shape. */
export function isRefusal(error: unknown): error is RefusalLike {
  return error instanceof Error && error.name === "Refusal" && "code" in error && "status" in error;
}

/** For actions: a refusal becomes an answer that the form shows; what is not there becomes a page; a fault flies on. */
export function asAnswer(error: unknown, form: FormData = new FormData()) {
  if (!isRefusal(error)) throw error;
  if (error.kind === "not-found") return throwAsResponse(error);
  const refusal = { code: error.code, fields: error.fields };
  return data<Answer>({ refusal, values: valuesOf(form) }, { status: error.status });
}

/** For loaders: a refusal becomes the error page of its status; a fault flies on. */
export function throwAsResponse(error: unknown): never {
  if (!isRefusal(error)) throw error;
  throw data({ code: error.code }, { status: error.status });
}

/** What was typed, to be shown again. Files and passwords are not sent back. */
export function valuesOf(form: FormData): Values {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    if (name === "password" || texts.length === 0) continue;
    values[name] = texts.length === 1 ? (texts[0] ?? "") : texts;
  }
  return values;
}
