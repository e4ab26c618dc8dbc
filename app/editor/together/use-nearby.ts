import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { readPeople } from "./people";
import { atMostEvery } from "./use-people";
import { blockAt, onMoves } from "./whereabouts";

/** Others in the paragraph of one's own caret. */
export type Nearby = { blockId: string; names: readonly string[]; color: string };

/** Who only passes through is not worth a word. */
const SHOWN_AFTER = 1_000;
const EVERY = 200;

/**
 * Two who split or join one paragraph at the same moment double its end, and nobody can mend that (EDITOR 4): so each is
 * told of the other while there is time. Looks at the carets alone, never through the text.
 */
export function useNearby(editor: Editor, doc: Y.Doc, awareness: Awareness, me: string): Nearby | null {
  const [nearby, setNearby] = useState<Nearby | null>(null);
  useEffect(() => {
    let seen: Nearby | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = nearbyOf(editor, doc, awareness, me);
      if (JSON.stringify(now) === JSON.stringify(seen)) return;
      seen = now;
      clearTimeout(timer);
      if (!now) setNearby(null);
      else timer = setTimeout(() => setNearby(now), SHOWN_AFTER);
    };
    const { soon, stop } = atMostEvery(EVERY, look);
    const unhear = onMoves(doc, awareness, soon);
    const events = ["selectionUpdate", "focus", "blur"] as const;
    for (const event of events) editor.on(event, soon);
    return () => {
      clearTimeout(timer);
      stop();
      unhear();
      for (const event of events) editor.off(event, soon);
    };
  }, [editor, doc, awareness, me]);
  return nearby;
}

function nearbyOf(editor: Editor, doc: Y.Doc, awareness: Awareness, me: string): Nearby | null {
  if (editor.isDestroyed || !editor.isFocused || !editor.isEditable) return null;
  const { $head } = editor.state.selection;
  const blockId: unknown = $head.parent.attrs["id"];
  if (typeof blockId !== "string") return null;
  const there = readPeople(awareness, me).filter(
    ({ caret, writes }) => writes && caret && blockAt(doc, caret)?.getAttribute("id") === blockId,
  );
  const [first] = there;
  return first ? { blockId, names: there.map(({ name }) => name), color: first.color } : null;
}
