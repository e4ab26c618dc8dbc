import type { Correction } from "~/document-model/correction/shapes";
import { type FlatNode, isNodeKind } from "~/document-model/proposal";
import { outline as words } from "~/words/outline";

/**
 * What the form of one node asks for, in order: the fields that were changed, then the button's own op. Nothing typed is
 * lost by pressing "Ryk ind" instead of "Gem". The same in the browser and, where no script runs, on the server.
 */
export function correctionsOf(form: FormData, node: FlatNode): Correction[] {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : undefined;
  };
  const nodeId = node.id;
  const number = oneLine(text("number") ?? node.number);
  const heading = oneLine(text("heading") ?? node.heading);
  const typed = text("text") ?? node.text;
  const [body, kind, withChildren] = [typed.trim(), text("kind"), Boolean(text("withChildren"))];
  const found: Correction[] = [];
  if (number !== oneLine(node.number) || heading !== oneLine(node.heading))
    found.push({ op: "rename", nodeId, number, heading });
  if (body !== node.text.trim()) found.push({ op: "rewrite", nodeId, text: body });
  if (isNodeKind(kind) && (kind !== node.kind || withChildren))
    found.push({ op: "retype", nodeId, kind, withChildren });
  // The caret counts from where the field begins; what stands before the first word is not kept.
  const caret = Number(text("at") ?? 0) - (typed.length - typed.trimStart().length);
  return [...found, ...opOf(text("op") ?? "save", nodeId, Math.max(0, caret))];
}

/** "move-up" is a move with its direction; "save" and "retype" are nothing beyond the fields. */
function opOf(op: string, nodeId: string, at: number): Correction[] {
  if (op === "move-up" || op === "move-down")
    return [{ op: "move", nodeId, direction: op === "move-up" ? "up" : "down" }];
  if (op === "split") return [{ op, nodeId, at }];
  if (op === "add") return [{ op, nodeId, text: words.added }];
  return op === "join" || op === "promote" || op === "demote" ? [{ op, nodeId }] : [];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A correction as the fields of a form, on the revision it was made on. */
export function fieldsOf(correction: Correction, revision: number): FormData {
  const { nodeId, also = [], ...op } = correction;
  const form = new FormData();
  form.set("exact", "yes");
  form.set("revision", String(revision));
  for (const id of [nodeId, ...also]) form.append("nodeId", id);
  for (const [name, value] of Object.entries(op)) {
    if (value !== undefined && value !== false) form.set(name, value === null ? "" : String(value));
  }
  return form;
}
