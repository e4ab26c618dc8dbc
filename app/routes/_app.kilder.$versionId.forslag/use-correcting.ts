import { useFetcher, useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { type FlatNode, NODE_KINDS } from "~/document-model/proposal";
import type { Answer } from "~/refusals";
import type { ProposalPage } from "../../../server/agreements/shapes";

type Done = { done: boolean } | Answer;
export type Correcting = ReturnType<typeof useCorrecting>;

const MOVES: Readonly<Record<string, string>> = {
  ArrowLeft: "promote",
  ArrowRight: "demote",
  ArrowUp: "move-up",
  ArrowDown: "move-down",
};

/** Sends corrections apart from navigation, so that choosing another row never cuts one off; and the list's keys. */
export function useCorrecting({ revision, nodes, can, canUndo }: ProposalPage, selected: FlatNode | undefined) {
  const fetcher = useFetcher<Done>({ key: "correcting" });
  const navigate = useNavigate();
  const isBusy = fetcher.state !== "idle";
  useFocusKept(selected?.id, revision);

  function send(nodeId: string, fields: Record<string, string>) {
    // A second correction has to name the revision that the first one leaves: it waits for the page to know it.
    if (isBusy || !can.correct) return;
    fetcher.submit({ nodeId, revision: String(revision), ...fields }, { method: "post" });
  }
  function select(from: string, step: number) {
    const next = nodes[nodes.findIndex(({ id }) => id === from) + step];
    if (!next) return;
    navigate(`?punkt=${next.id}`, { replace: true, preventScrollReset: true });
    rowOf(next.id)?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    const order = orderOf(event, canUndo);
    // The row with the focus, not the chosen one: keys may come faster than the page follows.
    const focused = nodes.find(({ id }) => rowOf(id) === document.activeElement);
    if (!order || !focused) return;
    event.preventDefault();
    if (order.kind === "select") select(focused.id, order.step);
    else if (order.kind === "send") send(focused.id, order.fields);
    else document.querySelector<HTMLTextAreaElement>("[data-inspector] textarea")?.focus();
  }
  return { fetcher, isBusy, onKeyDown };
}

type Order = { kind: "select"; step: number } | { kind: "edit" } | { kind: "send"; fields: Record<string, string> };

/** What a key means while the list has the focus. */
function orderOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, canUndo: boolean): Order | null {
  const move = MOVES[key];
  if (altKey) return move ? { kind: "send", fields: { op: move } } : null;
  if (ctrlKey || metaKey) return key === "z" && canUndo ? { kind: "send", fields: { op: "undo" } } : null;
  if (key === "ArrowUp" || key === "ArrowDown") return { kind: "select", step: key === "ArrowUp" ? -1 : 1 };
  if (key === "Enter") return { kind: "edit" };
  if (key === "s" || key === "S") return { kind: "send", fields: { op: "join" } };
  const nodeKind = NODE_KINDS[Number(key) - 1];
  return nodeKind ? { kind: "send", fields: { op: "retype", kind: nodeKind } } : null;
}

/** A row that moves in the list takes the focus out of the page with it; this gives it back. */
function useFocusKept(selectedId: string | undefined, revision: number): void {
  const last = useRef(revision);
  useEffect(() => {
    if (last.current === revision) return;
    last.current = revision;
    if (document.activeElement === document.body && selectedId) rowOf(selectedId)?.focus();
  }, [revision, selectedId]);
}

function rowOf(id: string): HTMLElement | null {
  return document.getElementById(`punkt-${id}`);
}
