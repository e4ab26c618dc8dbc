import type { Correction } from "~/document-model/correction/shapes";
import type { NodeKind } from "~/document-model/proposal";
import { outline as words } from "~/words/outline";

/** What is done to the chosen nodes, whichever they are. */
export type Op = Correction extends infer Each
  ? Each extends Correction
    ? Omit<Each, "nodeId" | "also">
    : never
  : never;

export type Order =
  | { is: "go"; step: number; extends: boolean }
  | { is: "edge"; step: -1 | 1; extends: boolean }
  | { is: "parent" }
  | { is: "child" }
  | { is: "find"; text: string }
  | { is: "next-to-check"; step: -1 | 1 }
  | { is: "op"; op: Op }
  | { is: "edit"; field: "text" | "heading" }
  | { is: "undo" }
  | { is: "alone" }
  | { is: "help" };

type Pressed = { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };

const PAGE = 10;

/** The letter of each kind: the first of its Danish name, and x for what is left out. */
export const KIND_KEYS: Readonly<Record<NodeKind, string>> = {
  section: "k",
  clause: "b",
  goal: "m",
  area: "u",
  text: "t",
  ignored: "x",
};

const KINDS = new Map<string, NodeKind>([
  ["k", "section"],
  ["b", "clause"],
  ["m", "goal"],
  ["u", "area"],
  ["t", "text"],
  ["x", "ignored"],
  ["delete", "ignored"],
]);

const MOVES: Readonly<Record<string, Op>> = {
  ArrowLeft: { op: "promote" },
  ArrowRight: { op: "demote" },
  ArrowUp: { op: "move", direction: "up" },
  ArrowDown: { op: "move", direction: "down" },
};

/** What a key means while the tree has the focus; null for what is the browser's. */
export function orderOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): Order | null {
  if (ctrlKey || metaKey) return key.toLowerCase() === "z" && !shiftKey && !altKey ? { is: "undo" } : null;
  if (altKey) return MOVES[key] ? { is: "op", op: MOVES[key] } : null;
  return wayOf(key, shiftKey) ?? letterOf(key.toLowerCase(), shiftKey);
}

function wayOf(key: string, isExtending: boolean): Order | null {
  switch (key) {
    case "ArrowUp":
      return { is: "go", step: -1, extends: isExtending };
    case "ArrowDown":
      return { is: "go", step: 1, extends: isExtending };
    case "PageUp":
      return { is: "go", step: -PAGE, extends: isExtending };
    case "PageDown":
      return { is: "go", step: PAGE, extends: isExtending };
    case "Home":
      return { is: "edge", step: -1, extends: isExtending };
    case "End":
      return { is: "edge", step: 1, extends: isExtending };
    case "ArrowLeft":
      return { is: "parent" };
    case "ArrowRight":
      return { is: "child" };
    case "Enter":
      return { is: "edit", field: "text" };
    case "F2":
      return { is: "edit", field: "heading" };
    case "Escape":
      return { is: "alone" };
    default:
      return null;
  }
}

function letterOf(key: string, isShifted: boolean): Order | null {
  if (/^[0-9.§]$/.test(key)) return { is: "find", text: key };
  if (key === "?") return { is: "help" };
  if (key === "n") return { is: "next-to-check", step: isShifted ? -1 : 1 };
  if (isShifted) return null;
  if (key === "s") return { is: "op", op: { op: "join" } };
  if (key === "a") return { is: "op", op: { op: "add", text: words.added } };
  if (key === "r") return { is: "edit", field: "heading" };
  if (key === "z") return { is: "undo" };
  const kind = KINDS.get(key);
  return kind ? { is: "op", op: { op: "retype", kind } } : null;
}
