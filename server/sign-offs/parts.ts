import { type ResponseDocument, textOf } from "../../app/document-model/document";
import type { Viewer } from "../identity/viewer";
import { isCoordinator, maySignOff } from "../standing/rules";
import { addendumFor } from "./addendum";
import type { SignOffDeps } from "./deps";
import { lapseOf } from "./lapse";
import { textNow } from "./page";
import type { Ground } from "./queries";
import type { PartsPage, SectionRow } from "./shapes";

/** Every center's part: how it stands, what made its sign-off lapse, and the sections that are given. */
export async function parts(deps: SignOffDeps, viewer: Viewer, responseId: string): Promise<PartsPage> {
  const { matter, status, ground, doc, text, standings } = await textNow(deps, viewer, responseId);
  const found: PartsPage["standings"] = [];
  for (const { part: _, ...standing } of standings) {
    const { center } = standing;
    const row = ground.newest.get(center.id);
    const now = { ...standing, doc, text, carried: ground.carried };
    const lapse = row && standing.state === "lapsed" ? await lapseOf(deps.db, matter, row, now) : null;
    found.push({ ...standing, lapse, maySign: maySignOff(viewer, center.id, matter.standing) });
  }
  doc.destroy();
  const giveSections = isCoordinator(viewer) && status === "writing";
  return {
    responseId: matter.response.id,
    status,
    standings: found,
    sections: sectionsIn(text, ground),
    addendum: await addendumFor(deps.db, viewer, { matter, text, centers: ground.centers }),
    can: { giveSections },
  };
}

/** The headings that can be given, each with whose it is. */
function sectionsIn({ blocks }: ResponseDocument, { ground, centers }: Ground): SectionRow[] {
  const byId = new Map<string, (typeof centers)[number]>(centers.map((center) => [center.id, center]));
  return blocks.flatMap((block) => {
    if (block.type !== "block" || block.kind !== "heading" || textOf(block).trim() === "") return [];
    const center = byId.get(ground.sections.get(block.id) ?? "") ?? null;
    return [{ blockId: block.id, heading: textOf(block), level: block.level, center }];
  });
}
