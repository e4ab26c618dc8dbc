import type { FlatNode } from "~/document-model/proposal";

type Correction = Record<string, string | number>;

/**
 * What the form of one node asks for, in order: the fields that were changed, then the button's own op. Nothing typed is
 * lost by pressing "Ryk ind" instead of "Gem". Each correction is made on the revision that the one before it left.
 */
export function correctionsOf(form: FormData, node: FlatNode): Correction[] {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : undefined;
  };
  const [number, heading, body, kind] = [text("number"), text("heading"), text("text"), text("kind")];
  const found: Correction[] = [];
  const isRenamed =
    (number !== undefined && number !== node.number) || (heading !== undefined && heading !== node.heading);
  if (isRenamed) found.push({ op: "rename", number: number ?? node.number, heading: heading ?? node.heading });
  if (body !== undefined && body !== node.text) found.push({ op: "rewrite", text: body });
  const withChildren = text("withChildren") ?? "";
  if (kind !== undefined && (kind !== node.kind || withChildren)) found.push({ op: "retype", kind, withChildren });
  const own = opOf(text("op") ?? "save", text("at") ?? "");
  if (own) found.push(own);
  const revision = Number(text("revision") ?? "");
  return found.map((correction, index) => ({ ...correction, nodeId: node.id, revision: revision + index }));
}

/** "move-up" is a move with its direction; "save" and "retype" are nothing beyond the fields. */
function opOf(op: string, at: string): Correction | null {
  if (op === "move-up" || op === "move-down") return { op: "move", direction: op === "move-up" ? "up" : "down" };
  if (op === "split") return { op, at };
  return ["join", "promote", "demote"].includes(op) ? { op } : null;
}
