import { field } from "~/answering";
import type { FlatNode } from "~/document-model/proposal";
import type { Corrected } from "../../../server/agreements/shapes";
import { correctionsOf } from "./corrections";

type Door = {
  nodes: () => Promise<FlatNode[]>;
  correct: (form: unknown) => Promise<Corrected>;
  undo: (form: unknown) => Promise<Corrected>;
};

/**
 * What a form of the outline asks for. The script sends one correction as it is; the form alone sends a node's fields and
 * the button that was pressed, of which each change is a correction on the revision that the one before it left.
 */
export async function answerCorrection(form: FormData, door: Door): Promise<Corrected> {
  if (field(form, "op") === "undo") return door.undo(form);
  if (field(form, "exact")) return door.correct(form);
  const nodes = await door.nodes();
  const node = nodes.find(({ id }) => id === field(form, "nodeId"));
  let answer: Corrected = { revision: Number(field(form, "revision")), made: [] };
  for (const correction of node ? correctionsOf(form, node) : [])
    answer = await door.correct({ ...correction, revision: answer.revision });
  return answer;
}
