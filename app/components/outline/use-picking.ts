import { useSearchParams } from "@remix-run/react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FlatNode } from "~/document-model/proposal";

/** Where one stands in the list, and how far what is chosen reaches from there. */
export function usePicking(nodes: readonly FlatNode[], names: ReadonlyMap<string, string>) {
  const [search] = useSearchParams();
  const [picked, setPicked] = useState({ focus: search.get("punkt") ?? "", anchor: null as string | null });
  const isWanted = useRef(false);
  const lastAt = useRef(0);
  const found = indexOf(nodes, names, picked.focus);
  // The row one stood on is gone: the one in its place.
  const at = found >= 0 ? found : Math.max(0, Math.min(lastAt.current, nodes.length - 1));
  const from = picked.anchor === null ? at : indexOf(nodes, names, picked.anchor);
  const focus = nodes[at];
  const reach = from < 0 ? at : from;
  const chosen = nodes.slice(Math.min(at, reach), Math.max(at, reach) + 1);
  useLayoutEffect(() => {
    lastAt.current = at;
    if (!isWanted.current || !focus) return;
    isWanted.current = false;
    rowOf(focus.id)?.focus();
  });
  useAddress(focus?.id);

  /** `takesFocus`: the row is shown and heard, not only marked. */
  function pick(id: string, { isExtending = false, takesFocus = true } = {}) {
    isWanted.current = takesFocus;
    setPicked({ focus: id, anchor: isExtending ? (picked.anchor ?? focus?.id ?? null) : null });
  }
  return { at, focus, chosen, pick, hasPicked: picked.focus !== "" };
}

function indexOf(nodes: readonly FlatNode[], names: ReadonlyMap<string, string>, id: string): number {
  const name = names.get(id) ?? id;
  return nodes.findIndex((node) => node.id === name);
}

export function rowOf(id: string): HTMLElement | null {
  return document.getElementById(`punkt-${id}`);
}

/** The address names the row, so that a reload comes back to it. Written past the router: nothing is to be fetched. */
function useAddress(id: string | undefined): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!id || isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => window.history.replaceState(window.history.state, "", `?punkt=${id}`), 300);
    return () => clearTimeout(timer);
  }, [id]);
}
