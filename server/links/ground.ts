import { carriedFor } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { question } from "../once";
import { type Matter, matterOfConsultation } from "../standing";
import { mayRead } from "../standing/rules";
import type { LinkDeps } from "./deps";
import { type Ground, groundsOf } from "./queries";

export type Read = { matter: Matter; ground: Ground; carried: Carried };

const read = question<Read>();

/**
 * What a hearing's coverage is worked out from, for whoever may read it; once for all that one page shows of it. [Q29]
 * `isAsRead`: as far as the text has been read for the rows by now. Else whoever comes straight from the text, ahead of the
 * job by a second or two, finds it here. [C1]
 */
export async function readFor(
  deps: LinkDeps,
  viewer: Viewer,
  consultationId: string,
  { isAsRead = false }: { isAsRead?: boolean } = {},
): Promise<Read> {
  const matter = await matterFor(deps, viewer, consultationId);
  return read(deps.db, viewer, `${matter.consultation.id} ${isAsRead}`, async () => {
    if (matter.response && !isAsRead) await deps.projections.refreshNow(matter.response.documentId);
    const { id, kind, versionId } = matter.consultation;
    const [grounds, carried] = await Promise.all([
      groundsOf(deps.db, [{ id, kind, handedOver: matter.standing.handedOver ?? [] }]),
      carriedFor(deps.db, viewer, versionId),
    ]);
    const ground = grounds.get(id);
    if (!ground) throw notFound();
    return { matter, ground, carried };
  });
}

/** The hearing, for whoever may read it. */
export async function matterFor({ db }: Pick<LinkDeps, "db">, viewer: Viewer, consultationId: string): Promise<Matter> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  return matter;
}
