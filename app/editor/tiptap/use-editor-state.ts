import type { Editor } from "@tiptap/core";
import { useCallback, useRef, useSyncExternalStore } from "react";

type Asked<T> = { editor: Editor; selector: (now: { editor: Editor }) => T };

/** Something of the editor's state, asked for at each transaction; draws anew when it is another, or has other parts. */
export function useEditorState<T>({ editor, selector }: Asked<T>): T {
  const last = useRef<{ value: T } | null>(null);
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on("transaction", changed);
      return () => {
        editor.off("transaction", changed);
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => {
    const value = selector({ editor });
    if (!last.current || !isSame(last.current.value, value)) last.current = { value };
    return last.current.value;
  });
}

/** One level deep: lists of ids and records of what is on. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((part, index) => Object.is(part, other[index]));
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const others = new Map(Object.entries(other));
  const parts = Object.entries(one);
  return parts.length === others.size && parts.every(([key, part]) => Object.is(part, others.get(key)));
}
