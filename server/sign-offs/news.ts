import { count, eq } from "drizzle-orm";
import { isAboutGoals } from "../../app/document-model/goals";
import { document, signOff } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { mayRead } from "../standing/rules";
import type { Place } from "./decide";
import type { SignOffDeps } from "./deps";
import { newestSaid } from "./log-queries";
import { textNow } from "./page";
import { hashOf } from "./rules";
import type { PartNews } from "./shapes";

/** For a page that stands open: a few small queries while nobody writes, decides or says anything of a goal; only then is the text read. [A29] */
export async function news(
  deps: SignOffDeps,
  viewer: Viewer,
  { responseId, centerId }: Place,
  since: string | null,
): Promise<PartNews> {
  if (!mayRead(viewer)) throw notFound();
  const { consultation, response } = await matterOfResponse(deps.db, viewer, responseId);
  const { epoch, headSeq, id } = document;
  const [head] = await deps.db.select({ epoch, headSeq }).from(document).where(eq(id, response.documentId));
  const [said] = await deps.db.select({ count: count() }).from(signOff).where(eq(signOff.responseId, response.id));
  const beside = isAboutGoals(consultation.kind) ? await newestSaid(deps.db, consultation.municipalityId) : 0;
  const stamp = `${head?.epoch}.${head?.headSeq}.${said?.count}.${beside}`;
  if (stamp === since) return { stamp, now: null };
  const { doc, standings } = await textNow(deps, viewer, responseId);
  doc.destroy();
  const own = standings.find(({ center }) => center.id === centerId);
  if (!own) throw notFound();
  return { stamp, now: { sha256: hashOf(own.part), decision: own.decision?.id ?? null } };
}
