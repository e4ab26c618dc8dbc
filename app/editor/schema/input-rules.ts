import { InputRule } from "@tiptap/core";
import type { NodeType } from "@tiptap/pm/model";
import type { BlockKind } from "../../document-model/document";
import { isNote } from "./notes/places";

const RULES: readonly { find: RegExp; kind: BlockKind; level: (match: RegExpMatchArray) => number }[] = [
  { find: /^(#{1,3})\s$/, kind: "heading", level: (match) => match[1]?.length ?? 1 },
  { find: /^[-*]\s$/, kind: "bullet", level: () => 0 },
  { find: /^1\.\s$/, kind: "ordered", level: () => 0 },
  { find: /^>\s$/, kind: "quote", level: () => 0 },
];

/** "# ", "- ", "1. " and "> " at the start of a block say what it is. The block itself, its id and links stay. */
export function blockInputRules(type: NodeType): InputRule[] {
  return RULES.map(
    ({ find, kind, level }) =>
      new InputRule({
        find,
        handler: ({ state, range, match }) => {
          const $start = state.doc.resolve(range.from);
          if ($start.parent.type !== type || $start.parentOffset > 0 || isNote($start.parent)) return null;
          state.tr
            .delete(range.from, range.to)
            .setNodeAttribute($start.before(), "kind", kind)
            .setNodeAttribute($start.before(), "level", level(match));
        },
      }),
  );
}
