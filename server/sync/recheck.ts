import { CLOSE } from "../../app/document-model/wire";
import type { DocumentId } from "../../db/ids";
import { type Door, judge } from "./door";
import type { Member } from "./member";
import { within } from "./within";

/**
 * Sessions end and rights change also without anybody telling us: every socket is judged again each minute. Answers how to
 * stop.
 */
export function recheckEvery(door: Door, everyMs: number): () => void {
  let timer: NodeJS.Timeout;
  const round = async () => {
    await recheckAll(door);
    timer = setTimeout(round, everyMs).unref();
  };
  timer = setTimeout(round, everyMs).unref();
  return () => clearTimeout(timer);
}

/** Judges every socket again now. Never throws. */
export async function recheckAll(door: Door): Promise<void> {
  for (const { room, connection } of door.rooms.connections()) {
    await recheck(door, room.documentId, connection).catch((error) => {
      door.log.error({ err: error }, "a session could not be checked again");
    });
  }
}

async function recheck(door: Door, documentId: DocumentId, connection: Member): Promise<void> {
  const judging = judge(door, { cookie: connection.cookie, documentId, isOwn: true });
  const verdict = await within(door.times.giveUp, "a verdict", judging);
  if ("code" in verdict) {
    // While the door drains everybody is sent away by that.
    if (verdict.code !== CLOSE.drain)
      connection.close(verdict.code === CLOSE.notSignedIn ? verdict.code : CLOSE.noAccess);
    return;
  }
  connection.viewer = verdict.viewer;
  if (connection.role === "write" && verdict.access === "read") connection.close(CLOSE.noAccess);
}
