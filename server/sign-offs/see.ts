import { z } from "zod";
import { type CenterId, isId } from "../../db/ids";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { Place } from "./decide";
import type { SignOffDeps } from "./deps";
import { textNow } from "./page";
import { remember } from "./reading";
import { hashOf } from "./rules";

const SeeForm = z.object({ sha256: z.string("missing").min(1, "missing") });

/** Remembers that the page has stood before the viewer. What has been written since it was made they have not seen. [A29] */
export async function see(
  deps: SignOffDeps,
  viewer: Viewer,
  { responseId, centerId }: Place,
  form: unknown,
): Promise<void> {
  const { sha256 } = parse(SeeForm, form);
  if (!isId<CenterId>(centerId)) throw notFound();
  const { matter, doc, standings } = await textNow(deps, viewer, responseId);
  doc.destroy();
  const own = standings.find(({ center }) => center.id === centerId);
  if (!own) throw notFound();
  if (hashOf(own.part) !== sha256) return;
  const reader = { personId: viewer.id, responseId: matter.response.id, centerId };
  await remember(deps.db, reader, { part: own.part, at: deps.clock.now() }, "as-visit");
}
