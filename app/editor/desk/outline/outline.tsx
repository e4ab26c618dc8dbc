import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, memo, type RefObject, useCallback, useRef } from "react";
import { outline as words } from "../../../words/writing-desk";
import { useAnnouncer } from "../../use-announcer";
import { useRovingFocus } from "../../use-roving-focus";
import { isKey } from "../chords";
import { useBelongs } from "../parts/use-belongs";
import { Heading } from "./heading";
import type { Section } from "./sections";
import { useDragging } from "./use-dragging";
import { useOutline } from "./use-outline";
import { useInSight, useSections } from "./use-sections";

type Props = {
  editor: Editor;
  canWrite: boolean;
  /** It lies over the text, and goes away when a heading is chosen. */
  isOver: boolean;
  onClose: () => void;
  /** Asks which center a heading is to belong to; null for who does not share out the text. */
  onGive: ((blockId: string) => void) | null;
};

const KEYS = { back: "ArrowUp", forth: "ArrowDown" };

/** The pane, while it is open. */
export function DeskOutline({
  editor,
  canWrite,
  desk: { outline, giving },
}: Pick<Props, "editor" | "canWrite"> & Opened) {
  const rest = { editor, canWrite, isOver: outline.isOver, onClose: outline.toggle, onGive: giving.ask };
  return outline.isOpen && <Outline {...rest} />;
}

type Opened = {
  desk: { outline: { isOpen: boolean; isOver: boolean; toggle: () => void }; giving: { ask: Props["onGive"] } };
};

/** The headings of the text: to see where one is, to go elsewhere, and to move what belongs together. [E16] */
const Outline = memo(function Outline({ editor, canWrite, isOver, onClose, onGive }: Props) {
  const { said, announce } = useAnnouncer();
  const sections = useSections(editor);
  const leave = useCallback(() => {
    if (isOver) onClose();
    if (canWrite) editor.commands.focus(null, { scrollIntoView: false });
  }, [editor, canWrite, isOver, onClose]);
  return (
    <nav className="outline-pane" aria-label={words.label} data-over={isOver || undefined}>
      <div className="outline-head">
        <h2>{words.label}</h2>
        <button type="button" className="tool" aria-label={words.close} title={words.close} onClick={onClose}>
          ×
        </button>
      </div>
      {sections.length === 0 ? (
        <Nothing canWrite={canWrite} />
      ) : (
        <Tree {...{ editor, canWrite, sections, announce, leave, onGive }} onGone={isOver ? onClose : null} />
      )}
      {canWrite && sections.length > 1 && (
        <p className="outline-help">
          {words.help}
          {onGive && ` ${words.giveHelp}`}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </nav>
  );
});

type TreeProps = Pick<Props, "editor" | "canWrite" | "onGive"> & {
  sections: readonly Section[];
  announce: (said: string) => void;
  leave: () => void;
  /** Somebody has gone to a heading, and the pane lies over the text. */
  onGone: (() => void) | null;
};

function Tree({ editor, canWrite, sections, announce, leave, onGive, onGone }: TreeProps) {
  const list = useRef<HTMLDivElement>(null);
  const belongs = useBelongs();
  const inSight = useInSight(editor, sections);
  const outline = useOutline(editor, canWrite, announce);
  const dragging = useDragging(sections, outline.drop);
  const onKeyDown = useKeys(list, leave);
  const go = useCallback(
    (section: Section) => {
      outline.go(section);
      onGone?.();
    },
    [outline.go, onGone],
  );
  // A heading that was moved by its keys is moved in the page, too, which takes the focus from it.
  const step = useCallback(
    (section: Section, by: 1 | -1) => {
      outline.step(section, by);
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-for="${section.id}"]`)?.focus());
    },
    [outline.step],
  );
  return (
    <div
      role="tree"
      tabIndex={-1}
      aria-label={words.label}
      className="outline-list"
      ref={list}
      onKeyDown={onKeyDown}
      {...(canWrite ? dragging.list : {})}
    >
      {sections.map((section, index) => (
        <Heading
          key={section.id ?? `at ${section.from}`}
          {...{ section, index }}
          isInSight={index === Math.max(0, inSight)}
          drop={dropAt(dragging.over, index, sections.length)}
          canMove={canWrite}
          onGo={go}
          onStep={step}
          belongs={belongs(section.id)}
          onGive={onGive}
        />
      ))}
    </div>
  );
}

/** A line above each heading, and one below the last. */
function dropAt(over: number | null, index: number, count: number): "before" | "after" | null {
  if (over === index) return "before";
  return over === count && index === count - 1 ? "after" : null;
}

function Nothing({ canWrite }: { canWrite: boolean }) {
  return (
    <div className="outline-nothing">
      <p>{words.empty}</p>
      {canWrite && <p>{words.emptyHelp}</p>}
    </div>
  );
}

function useKeys(list: RefObject<HTMLElement>, leave: () => void) {
  const rove = useRovingFocus(list, KEYS);
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return;
    if (!isKey("outline-leave", event)) return rove(event);
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
}
