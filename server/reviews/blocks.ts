import { attachedWithCpr } from "../../app/document-model/attached";
import { blocksWithCpr } from "../../app/document-model/cpr";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import { attachedIn } from "../attachments";
import { unsolvedIn } from "../comments";
import { Refusal } from "../errors";
import { standingsIn } from "../sign-offs";
import type { Matter } from "../standing";
import { openIn } from "../suggestions";
import type { ReviewBlocks } from "./shapes";

type OpenMatter = Pick<Matter, "consultation"> & { response: Matter["response"] & {} };

/** What keeps this text from being sent, apart from holes and what the source's versions ask: for the page, and when it is sent. [A15] */
export async function blocksIn(db: Queryable, matter: OpenMatter, text: ResponseDocument): Promise<ReviewBlocks> {
  const standings = await standingsIn(db, matter, text);
  return {
    suggestions: await openIn(db, matter.response.id),
    signOffs: standings.flatMap(({ center, state }) =>
      state === "lapsed" || state === "returned" ? [{ centerId: center.id, center: center.name, state }] : [],
    ),
    comments: await unsolvedIn(db, matter.response.id),
    cpr: blocksWithCpr(text),
    cprAttached: attachedWithCpr({ attached: await attachedIn(db, matter.consultation.id) }),
  };
}

/** In the frozen text itself, in the sending's own transaction: the refusal says which. [A4] [A15] */
export function refuseBlocked(blocks: ReviewBlocks, cprReason: string): void {
  const { suggestions, signOffs, comments, cpr, cprAttached } = blocks;
  refuseAny("conflict", "suggestions-open", idsOf(suggestions, "id"));
  refuseAny("conflict", "sign-offs-not-standing", idsOf(signOffs, "centerId"));
  refuseAny("conflict", "comments-unsolved", idsOf(comments, "threadId"));
  if (cprReason === "") refuseAny("invalid", "cpr-found", [...cpr, ...idsOf(cprAttached, "id")]);
}

function idsOf<Key extends string>(rows: readonly Readonly<Record<Key, string>>[], key: Key): string[] {
  return rows.map((row) => row[key]);
}

function refuseAny(kind: "conflict" | "invalid", code: string, ids: readonly string[]): void {
  if (ids.length > 0) throw new Refusal(kind, code, Object.fromEntries(ids.map((id) => [id, code])));
}
