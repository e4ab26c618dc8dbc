import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { isCoordinator, mayRead } from "../standing/rules";
import type { SignOffDeps } from "./deps";
import { centersAmong, lastSaid, sectionsOf } from "./queries";
import type { PartsAtDesk } from "./shapes";

/** Asked every few seconds by everybody who writes, so of the text itself nothing is read. [A30] */
export async function atDesk({ db }: SignOffDeps, viewer: Viewer, responseId: string): Promise<PartsAtDesk> {
  if (!mayRead(viewer)) throw notFound();
  const { consultation, response, standing } = await matterOfResponse(db, viewer, responseId);
  const said = await lastSaid(db, response.id);
  const centers = await centersAmong(db, consultation.id, [...standing.participating]);
  return {
    parts: centers.map((center) => ({ center, state: said.get(center.id) ?? "none" })),
    sections: Object.fromEntries(await sectionsOf(db, response.id)),
    can: { giveSections: isCoordinator(viewer) && standing.status === "writing" },
  };
}
