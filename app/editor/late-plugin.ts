import type { Plugin } from "@tiptap/pm/state";
import type { EditorProps } from "@tiptap/pm/view";

const ASKED = [
  "decorations",
  "createSelectionBetween",
  "handleClick",
  "handleTripleClick",
  "handleKeyDown",
  "handlePaste",
];

/**
 * What a plugin answers whose code comes after the text; until then, nothing. It has its place from the start: a plugin that
 * is put in later has all others begin anew.
 */
export function lateProps(plugin: () => Plugin | undefined, events: readonly string[]): EditorProps {
  const answer =
    (name: string, of: (plugin: Plugin) => object | undefined) =>
    (...given: unknown[]): unknown => {
      const here = plugin();
      const asked: unknown = here && Reflect.get(of(here) ?? {}, name);
      return typeof asked === "function" ? asked.apply(here, given) : undefined;
    };
  return {
    ...Object.fromEntries(ASKED.map((name) => [name, answer(name, ({ props }) => props)])),
    handleDOMEvents: Object.fromEntries(
      events.map((name) => [name, answer(name, ({ props }) => props.handleDOMEvents) as () => boolean]),
    ),
  };
}
