import { type KeyboardEvent, useRef } from "react";
import type { FlatNode } from "~/document-model/proposal";
import { outline as words } from "~/words/outline";
import { type Op, type Order, orderOf } from "./orders";
import { findNumber, nextToCheck } from "./places";

/** What keys can ask of the outline. */
type Doors = {
  nodes: readonly FlatNode[];
  at: number;
  focus: FlatNode | undefined;
  pick: (id: string, how?: { isExtending?: boolean }) => void;
  toChosen: (op: Op) => boolean;
  undo: () => void;
  setHelping: (isHelping: boolean) => void;
  setRefused: (refused: null) => void;
};

export function goToCheck({ nodes, at, pick }: Pick<Doors, "nodes" | "at" | "pick">, step: -1 | 1): void {
  const next = nextToCheck(nodes, at, step);
  if (next) pick(next.id);
}

/** A number is typed digit by digit; after a second it is another one. */
const TYPING = 1000;

/** The tree's keys; orders.ts says which. */
export function useKeys(doors: Doors) {
  const typed = useRef({ text: "", at: 0 });
  return (event: KeyboardEvent) => {
    const order = event.nativeEvent.isComposing ? null : orderOf(event);
    if (!order) return;
    event.preventDefault();
    if (order.is !== "find") {
      typed.current = { text: "", at: 0 };
      return follow(doors, order);
    }
    const isSame = event.timeStamp - typed.current.at < TYPING;
    typed.current = { text: isSame ? typed.current.text + order.text : order.text, at: event.timeStamp };
    const found = findNumber(doors.nodes, typed.current.text, isSame ? doors.at : doors.at + 1);
    if (found) doors.pick(found.id);
  };
}

function follow(doors: Doors, order: Exclude<Order, { is: "find" }>): void {
  const { nodes, at, focus, pick } = doors;
  switch (order.is) {
    case "go":
      goTo(doors, at + order.step, order.extends);
      break;
    case "edge":
      goTo(doors, order.step < 0 ? 0 : nodes.length - 1, order.extends);
      break;
    case "parent":
      if (focus?.parentId) pick(focus.parentId);
      break;
    case "child":
      if (focus && nodes[at + 1]?.parentId === focus.id) goTo(doors, at + 1, false);
      break;
    case "next-to-check":
      goToCheck(doors, order.step);
      break;
    default:
      change(doors, order);
  }
}

type Changing = Exclude<Order, { is: "find" | "go" | "edge" | "parent" | "child" | "next-to-check" }>;

function change({ toChosen, undo, setRefused, setHelping, focus, pick }: Doors, order: Changing): void {
  switch (order.is) {
    case "op":
      toChosen(order.op);
      break;
    case "undo":
      undo();
      break;
    case "edit":
      editField(order.field);
      break;
    case "alone":
      setRefused(null);
      if (focus) pick(focus.id);
      break;
    case "help":
      setHelping(true);
      break;
  }
}

function goTo({ nodes, pick, setRefused }: Doors, at: number, isExtending: boolean): void {
  const next = nodes[Math.max(0, Math.min(nodes.length - 1, at))];
  setRefused(null);
  if (next) pick(next.id, { isExtending });
}

function editField(name: "text" | "heading"): void {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-inspector] [name=${name}]`);
  if (field) beginIn(field);
}

/** Words that only hold a place are there to be typed over. */
export function beginIn(field: HTMLInputElement | HTMLTextAreaElement): void {
  field.focus();
  if (field.value === words.added) field.select();
}
