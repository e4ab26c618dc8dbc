/**
 * Two kinds of trouble. A Refusal is an answer: it has a stable code, and app/words has its Danish sentence.
 * Everything else is a fault: it flies, is logged once at the top, and shows a reference.
 */
export type RefusalKind = "not-found" | "forbidden" | "conflict" | "invalid";

/** Field name → code of what is wrong with it. Only `invalid` carries any. */
export type FieldCodes = Readonly<Record<string, string>>;

const STATUS: Record<RefusalKind, number> = { "not-found": 404, forbidden: 403, conflict: 409, invalid: 422 };

export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly fields: FieldCodes;
  readonly status: number;

  constructor(kind: RefusalKind, code: string, fields: FieldCodes = {}) {
    super(`${kind}: ${code}${Object.keys(fields).length ? ` ${JSON.stringify(fields)}` : ""}`);
    this.name = "Refusal";
    this.kind = kind;
    this.code = code;
    this.fields = fields;
    this.status = STATUS[kind];
  }
}

/** Nothing here, or nothing here for you: the two are not told apart, so an id of another municipality says nothing. [D2] */
export function notFound(code = "not-found"): Refusal {
  return new Refusal("not-found", code);
}
