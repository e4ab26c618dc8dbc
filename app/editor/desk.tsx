import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { later } from "../components/later";
import { editor as words } from "../words/editor";
import type { AroundProps } from "./around";
import { useEarlyKeys } from "./desk/early-keys";
import type { DeskProps } from "./desk/given";
import { InSlot, Slot, type Slots } from "./desk/slots";
import { useLayout } from "./desk/use-layout";
import { useReferenceSearch } from "./links/reference-search";
import { isKnownTarget, type LinkAs, type Source, useLinkAs, useSource } from "./links/use-source";
import type { Phase } from "./phase";
import { SaveIndicator } from "./save-indicator";
import { Paper } from "./tiptap/paper";
import { useWriting } from "./use-writing";

const Around = later(
  () => import("./around").then((part) => part.Around),
  null,
  (props, again) => <ToolsMissing {...props} again={again} />,
);

type Missing = Pick<AroundProps, "slots" | "editor" | "onMissing"> & { again: () => void };

/** Above the text, which is written in all the same. [E40] */
function ToolsMissing({ slots, editor, onMissing, again }: Missing) {
  useEffect(onMissing, [onMissing]);
  const retry = () => {
    again();
    editor.commands.focus();
  };
  return (
    <InSlot id="bar" slots={slots}>
      <section className="notice" data-stays data-tone="warn" role="alert">
        <p>{words.toolsMissing}</p>
        <button type="button" className="button" data-kind="quiet" data-size="small" onClick={retry}>
          {words.retry}
        </button>
      </section>
    </InSlot>
  );
}

/** In these the server takes nothing from this page. */
const SHUT: readonly Phase[] = ["refused", "read-only", "left-out", "room-full"];

/** The whole place of work, once the text is here: the text at once, and around it what comes after it. */
export function Desk(props: DeskProps) {
  const { session, state, page, secondLook, person, nonce, waiting, onBroken } = props;
  const source = useSource(page, secondLook);
  const linkAs = useLinkAs(page);
  const search = useReferenceSearch();
  const canWrite = page.access === "write" && !SHUT.includes(state.phase);
  const editor = useWriting({
    ...session,
    person,
    nonce,
    canWrite,
    onBroken,
    onTrigger: search.open,
    isKnownTarget: (target) => isKnownTarget(source, target),
    center: () => linkAs.chosen,
  });
  if (!editor) return waiting ?? <p role="status">{words.loading}</p>;
  return <Frame {...props} editor={editor} canWrite={canWrite} source={source} linkAs={linkAs} search={search} />;
}

type FrameProps = DeskProps & {
  editor: Editor;
  canWrite: boolean;
  source: Source;
  linkAs: LinkAs;
  search: ReturnType<typeof useReferenceSearch>;
};

/** The places of the desk, with the text among them; all else is drawn in its place when it is here. */
function Frame({ children, ...props }: FrameProps) {
  const { editor, canWrite, person, state, search } = props;
  const slots: Slots = useRef(new Map());
  const layout = useLayout(person.id);
  const suggesting = useState(false);
  const [isHere, setHere] = useState(false);
  const onHere = useCallback(() => setHere(true), []);
  const early = useEarlyKeys(editor, isHere);
  const [isMissing, setMissing] = useState(false);
  const onMissing = useCallback(() => setMissing(true), []);
  useUnanswered(isMissing && !isHere, editor, search, early);
  return (
    <div className="response-editor" ref={layout.root} {...layout.look}>
      <Slot id="bar" slots={slots} />
      {!isHere && <Waiting canWrite={canWrite} state={state} />}
      {children}
      <Slot id="outline" slots={slots} />
      <div className="writing">
        <Slot id="before-text" slots={slots} />
        <Slot id="text" slots={slots} />
        {!suggesting[0] && <Paper editor={editor} className="writing-page" />}
        <Slot id="beside-text" slots={slots} />
        {!isHere && <div className="chips" />}
      </div>
      <Slot id="behind" slots={slots} />
      <Around {...props} {...{ slots, layout, suggesting, onHere, onMissing }} />
    </div>
  );
}

/** What is typed behind § is meant for the search; where none can come, sign and words are the text's. [E40] */
function useUnanswered(
  isMissing: boolean,
  editor: Editor,
  search: FrameProps["search"],
  early: ReturnType<typeof useEarlyKeys>,
) {
  const { asked, close } = search;
  useLayoutEffect(() => {
    if (asked && !isMissing) early.hold();
  }, [asked, isMissing, early]);
  useEffect(() => {
    if (!isMissing) return;
    if (asked === "sign") editor.view.dispatch(editor.state.tr.insertText("§"));
    early.release();
    if (asked) close();
  }, [isMissing, asked, editor, early, close]);
}

/** As high as the bar that comes to stand here, with the one thing in it that cannot wait. */
function Waiting({ canWrite, state }: Pick<FrameProps, "canWrite" | "state">) {
  return (
    <div className="desk-bar">
      <div className={canWrite ? "toolbar" : "reading-tools"}>
        <div className="toolbar-row" />
      </div>
      <div className="desk-state">
        <SaveIndicator state={state} />
      </div>
    </div>
  );
}
