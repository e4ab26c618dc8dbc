import { data } from "@remix-run/node";
import type { FieldCodes, RefusalKind } from "../server/errors";
import { fieldSentence, refusalSentence } from "./words/refusals";

/** What a refused form gets back: the codes and what they say, and everything that was typed. */
export type Answer = {
  /** Without `said` when the page refuses by itself: then it fetches the sentences (components/refusal-sentence.tsx). */
  refusal: { code: string; fields: FieldCodes; said?: { all: string; fields: Readonly<Record<string, string>> } };
  values: Values;
};
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
  const { code, fields } = error;
  const saidOf = ([name, one]: [string, string]) => [name, fieldSentence(name, one)];
  const said = { all: refusalSentence(code), fields: Object.fromEntries(Object.entries(fields).map(saidOf)) };
  const refusal = { code, fields, said };
  return data<Answer>({ refusal, values: valuesOf(form) }, { status: error.status });
}

/** For loaders: a refusal becomes the error page of its status; a fault flies on. */
export function throwAsResponse(error: unknown): never {
  if (!isRefusal(error)) throw error;
  throw data({ code: error.code }, { status: error.status });
}

const SECRET = new Set(["password", "secret"]);

/** What was typed, to be shown again. Files and what is secret are not sent back. */
export function valuesOf(form: FormData): Values {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    if (SECRET.has(name) || texts.length === 0) continue;
    values[name] = texts.length === 1 ? (texts[0] ?? "") : texts;
  }
  return values;
}
