import type { Answer } from "~/refusals";
import type { Order } from "./orders";

/** What the action answers: the number of the order it has taken, or why it has not. */
export type Taken = { taken: string } | Answer;

/** One order as a form. Without a target the clause is gone. */
export function formOf(order: Order): FormData {
  const form = new FormData();
  form.set("op", order.op);
  form.set("order", String(order.key));
  form.set("fromClauseId", order.rowId);
  if (order.op === "decide" && order.change === "met") form.set("isMet", "yes");
  if (order.op === "decide") for (const id of order.to) form.append("toClauseId", id);
  return form;
}

/** Which order an answer is of; null when it is of a form that had no number. */
export function keyOf(taken: Taken): number | null {
  const order = "refusal" in taken ? taken.values["order"] : taken.taken;
  return typeof order === "string" && order !== "" ? Number(order) : null;
}
