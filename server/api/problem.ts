import type { FieldCodes } from "../errors";

/** Every way an answer can be no. The codes are stable; the titles are for whoever reads a log. [T4] */
export const PROBLEMS = {
  "token-missing": [401, "Der mangler en adgangsnøgle i Authorization-headeren."],
  "token-unknown": [401, "Adgangsnøglen findes ikke."],
  "token-expired": [401, "Adgangsnøglen er udløbet."],
  "token-revoked": [401, "Adgangsnøglen er spærret."],
  "scope-missing": [403, "Adgangsnøglen giver ikke ret til dette."],
  "not-found": [404, "Det findes ikke her."],
  "method-not-allowed": [405, "Metoden kan ikke bruges på adressen."],
  "too-large": [413, "Det, der er sendt, fylder for meget."],
  "not-json": [415, "Indholdet er ikke JSON."],
  "range-not-satisfiable": [416, "Filen har ikke det udsnit."],
  form: [422, "Noget i forespørgslen kan ikke bruges."],
  "not-approved": [409, "Versionen er ikke godkendt."],
  "version-damaged": [409, "Versionen svarer ikke til sit fingeraftryk."],
  "missing-glyph": [409, "Teksten har et tegn, som filen ikke kan vise."],
  "too-many-webhooks": [409, "Kommunen har ikke plads til flere adresser."],
  "too-many-requests": [429, "For mange forespørgsler. Vent, og prøv igen."],
  fault: [500, "Noget gik i stykker hos Samsvar."],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

type More = { status?: number; errors?: FieldCodes; instance?: string; headers?: Record<string, string> };

/** An answer as RFC 9457 has it; `code` is what a program may rely on. */
export function problem(code: string, { status, errors, instance, headers }: More = {}): Response {
  const [usual, title] = isProblemCode(code) ? PROBLEMS[code] : [status ?? 409, "Det kunne ikke lade sig gøre."];
  const fields = Object.entries(errors ?? {}).map(([field, one]) => ({ field, code: one }));
  const body = {
    type: `/udviklere#${code}`,
    title,
    status: status ?? usual,
    code,
    ...(fields.length > 0 ? { errors: fields } : {}),
    ...(instance ? { instance } : {}),
  };
  const type = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  return new Response(JSON.stringify(body), { status: body.status, headers: { ...type, ...headers } });
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
