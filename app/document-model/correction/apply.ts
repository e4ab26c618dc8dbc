import type { Proposal } from "../proposal";
import { demote, move, place, promote } from "./places";
import { type Corrected, type Correction, type Done, done } from "./shapes";
import { findNode, type Place, replaceNode, topmost } from "./tree";
import { judged } from "./warnings";
import { add, join, retype, split } from "./words";

/**
 * Applies one correction, to one node or to several at once: all of it or nothing. `newId` names the second half of a
 * split and what is added; every other id stays for life. Pure, so that the page can show what the server will answer. [S1] [S3]
 */
export function applyCorrection(proposal: Proposal, correction: Correction, newId: () => string): Corrected {
  let before: Done = done(proposal, proposal.nodes);
  for (const nodeId of inTurn(proposal, correction)) {
    const after = applyTo(before.proposal, nodeId, correction, newId);
    if ("refused" in after) return after;
    before = { ...after, joined: [...before.joined, ...after.joined], made: [...before.made, ...after.made] };
  }
  return before;
}

/** The nodes in the order in which each finds its neighbours where they were. */
function inTurn(proposal: Proposal, correction: Correction): readonly string[] {
  const { nodeId, also = [] } = correction;
  const all = [nodeId, ...also];
  // What stands under another of them moves with it; a node that is not there is refused when its turn comes.
  const outermost = () => (also.length === 0 ? all : topmost(proposal.nodes, new Set(all)));
  switch (correction.op) {
    case "retype":
      // From below, so that a missed heading takes in what follows it only up to the next.
      return all.toReversed();
    case "join":
      return also.length === 0 ? all : also;
    case "promote":
      return outermost().toReversed();
    case "demote":
      return outermost();
    case "move":
      return correction.direction === "up" ? outermost() : outermost().toReversed();
    default:
      return [nodeId];
  }
}

function applyTo(proposal: Proposal, nodeId: string, correction: Correction, newId: () => string): Corrected {
  const found = findNode(proposal.nodes, nodeId);
  if (!found) return { refused: "no-such-node" };
  switch (correction.op) {
    case "rename": {
      const { number = found.node.number, heading = found.node.heading } = correction;
      return changed(proposal, found, { number, heading });
    }
    case "rewrite":
      return changed(proposal, found, { text: correction.text });
    case "retype":
      return retype(proposal, found, correction.kind, correction.withChildren ?? false);
    case "split":
      return split(proposal, found, correction.at, newId);
    case "add":
      return add(proposal, found, correction.text, newId);
    case "join":
      return isNext(found, correction) ? join(proposal, found) : { refused: "nothing-to-join" };
    case "promote":
      return promote(proposal, found);
    case "demote":
      return demote(proposal, found);
    case "move":
      return move(proposal, found, correction.direction);
    case "place":
      return place(proposal, found, correction);
  }
}

function changed(proposal: Proposal, found: Place, words: { number?: string; heading?: string; text?: string }) {
  return done(proposal, replaceNode(proposal.nodes, found, judged({ ...found.node, ...words })));
}

/** Several are joined only when they follow one another: each finds the first of them right above it. */
function isNext({ siblings, index }: Place, { nodeId, also = [] }: Correction): boolean {
  return also.length === 0 || siblings[index - 1]?.id === nodeId;
}
