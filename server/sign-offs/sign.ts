import { z } from "zod";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { decide, type Place } from "./decide";
import type { SignOffDeps } from "./deps";

const SignForm = z.object({
  sha256: z.string("missing").min(1, "missing"),
  /** The decision that stood on the page; "" when there was none. */
  after: z.string().default(""),
});

/** Signs off the part whose hash the manager read, and no other. What their own center wrote is theirs to sign. [A24] [A25] */
export async function sign(deps: SignOffDeps, viewer: Viewer, place: Place, form: unknown): Promise<void> {
  const given = parse(SignForm, form);
  await deps.db.transaction((tx) => decide(deps, tx, viewer, place, { decision: "signed", ...given }));
}
