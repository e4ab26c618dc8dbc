import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { mayRead, rightsOf } from "../standing/rules";
import type { OutcomeDeps } from "./deps";
import { approvedRemarks, centersOf, clausesOf, recordedOf } from "./queries";
import type { SaidRemark } from "./rules";
import type { AnsweredRemark, OutcomesPage } from "./shapes";

/** The remarks of the approved text, each with what the sender made of it as far as somebody has recorded it. */
export async function page({ db }: OutcomeDeps, viewer: Viewer, responseId: string): Promise<OutcomesPage> {
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(db, viewer, responseId);
  const remarks = (await approvedRemarks(db, matter)) ?? [];
  const recorded = await recordedOf(db, matter.response.id);
  const clauses = await clausesOf(db, remarks);
  const centers = await centersOf(db, matter.consultation.id, remarks);
  return {
    responseId: matter.response.id,
    remarks: remarks.map((said) => ({
      ...wordsOf(said, clauses, centers),
      outcome: recorded.get(said.blockId) ?? null,
    })),
    can: { record: rightsOf(viewer, matter.standing).recordOutcome },
  };
}

function wordsOf(
  { blockId, text, links }: SaidRemark,
  clauses: Awaited<ReturnType<typeof clausesOf>>,
  centers: ReadonlyMap<string, string>,
): Omit<AnsweredRemark, "outcome"> {
  const targets = new Map(links.map(({ kind, id }) => [id, kind === "clause" ? clauses.get(id) : null]));
  const by = new Map<string, AnsweredRemark["by"][number]>();
  for (const { center, stance = null } of links)
    by.set(`${center} ${stance}`, { center: centers.get(center) ?? "", stance });
  return { blockId, text, about: [...targets.values()].filter((one) => one !== undefined), by: [...by.values()] };
}
