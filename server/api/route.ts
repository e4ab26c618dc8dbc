import type { z } from "zod";
import { parse } from "../parse";
import type { ApiDeps, Caller } from "./deps";
import type { SchemaName } from "./schemas";
import type { Scope } from "./shapes";

/** What a route hands back; answer.ts makes the HTTP of it. */
export type Outcome =
  | { is: "json"; json: unknown }
  | { is: "made"; json: unknown }
  | { is: "bytes"; bytes: Uint8Array; mediaType: string; fileName: string; sha256: string }
  | { is: "done" };

type Described =
  | { status: 200 | 201; description: string; schema: SchemaName }
  | { status: 200; description: string; media: readonly string[] }
  | { status: 204; description: string };

type Asked<Query, Body> = { caller: Caller; path: Readonly<Record<string, string>>; query: Query; body: Body };
type Raw = Asked<Readonly<Record<string, string>>, unknown>;

type Head = {
  id: string;
  method: "GET" | "POST" | "DELETE";
  /** "/responses/{responseId}", below /api/v1. */
  path: string;
  summary: string;
  scope: Scope;
  answer: Described;
  /** The ways this route says no beside those that all share. */
  problems: readonly string[];
};

export type Route = Head & {
  query: z.ZodObject | null;
  body: SchemaName | null;
  run(deps: ApiDeps, asked: Raw): Promise<Outcome>;
};

type Spec<Query extends z.ZodObject, Body> = Head & {
  query?: Query;
  body?: { name: SchemaName; schema: z.ZodType<Body> };
  run(deps: ApiDeps, asked: Asked<z.output<Query>, Body>): Promise<Outcome>;
};

/** One route: what is said of it, and what it does with what was checked. */
export function route<Query extends z.ZodObject = z.ZodObject<Record<never, never>>, Body = undefined>(
  spec: Spec<Query, Body>,
): Route {
  const { query = null, body = null, run, ...head } = spec;
  return {
    ...head,
    query,
    body: body?.name ?? null,
    run: (deps, asked) => {
      const checked = query ? parse(query, asked.query) : {};
      const sent = body ? parse(body.schema, asked.body) : undefined;
      // Both were checked just now, or there is nothing to check.
      return run(deps, { ...asked, query: checked as z.output<Query>, body: sent as Body });
    },
  };
}
