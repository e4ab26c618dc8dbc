import type { Editor } from "@tiptap/core";
import { type ReactNode, useCallback, useLayoutEffect, useRef } from "react";
import { later } from "../components/later";
import type { Target } from "../document-model/document";
import { sideTabs as sideWords } from "../words/comments";
import { suggestions as suggestionWords } from "../words/suggestions";
import { Blocks } from "./blocks";
import { CommentsPane } from "./comments/pane";
import { CommentSigns } from "./comments/signs";
import { type Comments, CommentsContext, useComments } from "./comments/use-comments";
import { DeskBar } from "./desk/desk-bar";
import { Foot } from "./desk/foot";
import type { DeskProps } from "./desk/given";
import { DeskOutline } from "./desk/outline/outline";
import { InSlot, type Slots } from "./desk/slots";
import { useDesk } from "./desk/use-desk";
import type { Layout } from "./desk/use-layout";
import { CarriedClause } from "./links/drag/clause-drag";
import type { useReferenceSearch } from "./links/reference-search";
import { ReferenceSearchCard } from "./links/reference-search-card";
import type { DocumentLinks } from "./links/use-document-links";
import { showRow } from "./links/use-follow";
import { useLinking } from "./links/use-linking";
import type { LinkAs, Source } from "./links/use-source";
import { useCiting } from "./schema/quotes/cite";
import { SideTabs } from "./side/side-tabs";
import type { Side } from "./side/use-side";
import {
  SuggestionPane,
  type SuggestMode,
  SuggestWriting,
  suggestTools,
  useSuggestMode,
} from "./suggest/use-suggest-mode";
import { useTemplates } from "./templates/use-templates";
import { useAnnouncer } from "./use-announcer";
import { useWordCopy } from "./word-copy/use-word-copy";

const Chips = later(() => import("./links/chips").then((part) => part.Chips), <div className="chips" />);
const PasteNotice = later(() => import("./paste/notice").then((part) => part.PasteNotice));
const SourcePane = later(
  () => import("./links/source-pane").then((part) => part.SourcePane),
  <aside className="source-pane" />,
);

export type AroundProps = Pick<DeskProps, "session" | "state" | "page" | "person" | "nonce"> & {
  editor: Editor;
  canWrite: boolean;
  source: Source;
  linkAs: LinkAs;
  search: ReturnType<typeof useReferenceSearch>;
  slots: Slots;
  layout: Layout;
  /** Whether somebody suggests, and so does not write in the live text. */
  suggesting: [isOn: boolean, setOn: (isOn: boolean) => void];
  /** When it is drawn, and when it cannot be had just now. */
  onHere: () => void;
  onMissing: () => void;
};

/** All that stands around the text, and answers its keys. It comes after the text, which can be written in without it. */
export function Around({ editor, source, linkAs, search, slots, layout, ...props }: AroundProps) {
  const { session, state, page, person, nonce, onHere } = props;
  const { side } = layout;
  const { said, announce } = useAnnouncer();
  const suggest = useSuggestMode({
    editor,
    responseId: page.id,
    canWrite: props.canWrite,
    side,
    on: props.suggesting,
  });
  const { shown } = suggest;
  const canWrite = props.canWrite && !suggest.isOn;
  const linking = useLinking({ editor, doc: session.doc, source, linkAs, canWrite, announce });
  const { found, linker, offered } = linking;
  const templates = useTemplates({ editor, doc: session.doc, source, linkAs, announce });
  const cite = useCiting(editor, canWrite, announce);
  const drawer = useDrawer(side);
  const comments = useComments({ editor, responseId: page.id, me: person.id, side, announce });
  const word = useWordCopy();
  const desk = useDesk(shown, canWrite, layout, comments, word.ask);
  useLayoutEffect(onHere, [onHere]);
  return (
    <>
      <InSlot id="bar" slots={slots}>
        <DeskBar
          {...{ canWrite, state, desk, drawer }}
          {...{ editor: shown, choice: suggest.choice, instead: suggestTools(suggest, desk.tools) }}
          connection={session.connection}
          me={person.name}
          onReference={search.openByKey}
          templates={templates}
        />
      </InSlot>
      <InSlot id="outline" slots={slots}>
        <DeskOutline editor={shown} {...{ canWrite, desk }} />
      </InSlot>
      <InSlot id="before-text" slots={slots}>
        <Blocks {...{ editor, source, canWrite, templates }} />
      </InSlot>
      <InSlot id="text" slots={slots}>
        <Suggested {...{ editor, suggest, session, nonce, announce }} />
      </InSlot>
      <InSlot id="beside-text" slots={slots}>
        <Margin {...{ editor, suggest, source, linker, offered, found, comments }} onShow={drawer.show} />
        {search.asked && linker && (
          <ReferenceSearchCard
            {...{ editor, source, linker, cite, search }}
            linked={found.current}
            recent={linking.recent}
          />
        )}
      </InSlot>
      <InSlot id="behind" slots={slots}>
        <Beside {...{ editor, comments, side, source, suggest, announce }} onShowClause={drawer.showClause}>
          <SourceSide {...{ source, linking, linkAs, cite }} pane={drawer.pane} />
        </Beside>
        <CarriedClause editor={editor} source={source} carried={linking.carried} />
        <PasteNotice {...{ editor, canWrite }} responseId={page.id} personId={person.id} />
        {word.drawn({ responseId: page.id, suggestions: suggest.suggestions.open.length, threads: comments.threads })}
        <p className="visually-hidden" role="status">
          {said}
        </p>
        <Foot editor={shown} desk={desk} links={found.links} centers={source.centers} />
      </InSlot>
    </>
  );
}

type SourceProps = Pick<Parameters<typeof SourcePane>[0], "source" | "linkAs" | "pane"> & {
  linking: ReturnType<typeof useLinking>;
  cite: ReturnType<typeof useCiting>;
};

/** The source, with what the text says of it. */
function SourceSide({ linking, cite, ...rest }: SourceProps) {
  const { found, linker, offered, grab, saying } = linking;
  const { current, partly, selected, counts } = found;
  return (
    <SourcePane
      {...rest}
      {...{ current, partly, selected, counts, saying }}
      onToggle={linker?.toggle ?? null}
      onGrab={grab}
      onCite={cite}
      suggested={offered.clauseId}
    />
  );
}

type SuggestedProps = Pick<AroundProps, "session" | "nonce" | "editor"> & {
  suggest: SuggestMode;
  announce: (message: string) => void;
};

/** The text of whoever suggests, in the live text's place. */
function Suggested({ editor, suggest: { isOn, suggestions, onReady }, session, ...rest }: SuggestedProps) {
  if (!isOn) return null;
  const { doc, connection } = session;
  const own = { ...rest, doc, onReady, main: editor, store: suggestions.store };
  return <SuggestWriting {...own} hasUnsavedText={connection.hasUnsaved} />;
}

type MarginProps = Omit<Parameters<typeof Chips>[0], "links" | "present"> & {
  suggest: SuggestMode;
  found: DocumentLinks;
  comments: Comments;
};

/** Beside each paragraph what it comments on, and how much is said of it. */
function Margin({ editor, suggest, found, comments, ...rest }: MarginProps) {
  return (
    <>
      <Chips {...rest} editor={suggest.shown} links={found.links} present={found.present} />
      {!suggest.isOn && <CommentSigns editor={editor} open={comments.open} onShow={comments.go} />}
    </>
  );
}

type BesideProps = {
  editor: Editor;
  comments: Comments;
  side: Side;
  source: Source;
  suggest: SuggestMode;
  announce: (message: string) => void;
  onShowClause: (id: string) => void;
};

/** The source, and what people say of the text, and would have it say. */
function Beside({ children, side, suggest, announce, ...rest }: BesideProps & { children: ReactNode }) {
  const { comments, editor } = rest;
  const { suggestions, chosen, shown } = suggest;
  const { open } = suggestions;
  const pane = (
    <SuggestionPane {...{ editor, shown, suggestions, announce }} current={chosen.current} onChoose={chosen.choose} />
  );
  return (
    <CommentsContext.Provider value={comments}>
      <SideTabs
        side={side}
        tabs={[
          { id: "source", label: sideWords.source, panel: children },
          { id: "comments", label: sideWords.comments, count: comments.open.length, panel: <CommentsPane {...rest} /> },
          {
            id: "suggestions",
            label: suggestionWords.pane,
            count: open.length,
            countLabel: suggestionWords.count(open.length),
            panel: pane,
          },
        ]}
      />
    </CommentsContext.Provider>
  );
}

/** The source: on a narrow screen it comes and goes, and a clause of it is brought into sight. */
function useDrawer({ show: showSide, toggle: toggleSide, ...side }: Side) {
  const pane = useRef<HTMLElement>(null);
  const show = useCallback(
    (target: Pick<Target, "id">) => {
      showSide("source");
      requestAnimationFrame(() => {
        const list = pane.current?.querySelector<HTMLElement>(".source-list");
        if (list) showRow(list, target.id);
      });
    },
    [showSide],
  );
  const showClause = useCallback((id: string) => show({ id }), [show]);
  const isOpen = side.isOpen && side.active === "source";
  const toggle = () => (isOpen ? toggleSide() : showSide("source"));
  return { pane, isOpen, show, showClause, toggle };
}
