import * as Y from "yjs";
import { canonicalJson } from "../../../app/document-model/canonical";
import { readDocument } from "../../../app/document-model/read";
import { sha256 } from "../../sha256";
import { isIncomplete, replay } from "../replay";

export type Verified = { state: Uint8Array; stateVector: Uint8Array; jsonSha256: string };

/**
 * The state as a snapshot, if it gives a fresh document exactly what the log has given this one: the same structures and
 * deletions, the same text and links, nothing missing. Throws otherwise: a wrong snapshot never counts. [I10]
 */
export function verified(doc: Y.Doc, state: Uint8Array): Verified {
  if (isIncomplete(doc))
    throw new Error("Expected a log without missing ground; parts of it wait for what is not there.");
  const fresh = replay([state]);
  try {
    if (isIncomplete(fresh)) throw new Error("Expected a whole state; parts of it are missing.");
    const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(fresh));
    if (!isSame) throw new Error("Expected a state with the structures of the log; found others.");
    const jsonSha256 = hashOf(doc);
    if (hashOf(fresh) !== jsonSha256) throw new Error("Expected a state with the text of the log; found another one.");
    return { state, stateVector: Y.encodeStateVector(doc), jsonSha256 };
  } finally {
    fresh.destroy();
  }
}

function hashOf(doc: Y.Doc): string {
  return sha256(canonicalJson(readDocument(doc)));
}
