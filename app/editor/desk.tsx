import { type Editor, EditorContent } from "@tiptap/react";
import { type ReactNode, useCallback, useRef, useState } from "react";
import type { ResponsePage } from "../../server/responses/shapes";
import type { Target } from "../document-model/document";
import { pane as paneWords, editor as words } from "../words/editor";
import type { ConnectionState } from "./connection";
import { Chips } from "./links/chips";
import { ReferenceSearch, useReferenceSearch } from "./links/reference-search";
import { SourcePane, showRow } from "./links/source-pane";
import {
  isKnownTarget,
  type LinkAs,
  type Source,
  useDocumentLinks,
  useLinkAs,
  useLinker,
  useSource,
} from "./links/use-source";
import type { Phase } from "./phase";
import { Presence } from "./presence";
import { SaveIndicator } from "./save-indicator";
import type { Session } from "./session";
import { Toolbar } from "./toolbar";
import { useAnnouncer } from "./use-announcer";
import { useWriting } from "./use-writing";

export type DeskProps = {
  session: Session;
  state: ConnectionState;
  page: ResponsePage;
  person: { id: string; name: string };
  nonce: string | undefined;
  /** What there is to read until the editor is drawn. */
  waiting?: ReactNode;
  onBroken: (error: unknown) => void;
  /** What is to be said above the text. */
  children: ReactNode;
};

/** In these the server takes nothing from this page. */
const SHUT: readonly Phase[] = ["refused", "read-only", "left-out", "room-full"];

/** The whole place of work, once the text is here: toolbar, text, margin, source. */
export function Desk(props: DeskProps) {
  const { session, state, page, person, nonce, waiting, onBroken } = props;
  const source = useSource(page);
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
  return <Parts {...props} editor={editor} canWrite={canWrite} source={source} linkAs={linkAs} search={search} />;
}

type PartsProps = DeskProps & {
  editor: Editor;
  canWrite: boolean;
  source: Source;
  linkAs: LinkAs;
  search: ReturnType<typeof useReferenceSearch>;
};

function Parts({ session, state, person, editor, canWrite, source, linkAs, search, children }: PartsProps) {
  const { doc, connection } = session;
  const { said, announce } = useAnnouncer();
  const found = useDocumentLinks(editor, doc);
  const linker = useLinker(editor, doc, source, linkAs.chosen, announce);
  const drawer = useDrawer();
  return (
    <div className="response-editor" data-pane={drawer.isOpen ? "open" : "closed"}>
      <DeskBar
        editor={editor}
        canWrite={canWrite}
        state={state}
        connection={connection}
        me={person.name}
        drawer={drawer}
        onReference={search.openByKey}
      />
      {children}
      <div className="writing">
        <EditorContent editor={editor} className="writing-page" />
        <Chips
          editor={editor}
          links={found.links}
          present={found.present}
          source={source}
          linker={canWrite ? linker : null}
          onShow={drawer.show}
        />
        {search.asked && canWrite && (
          <ReferenceSearch editor={editor} source={source} linked={found.current} linker={linker} search={search} />
        )}
      </div>
      <SourcePane
        source={source}
        current={found.current}
        counts={found.counts}
        onToggle={canWrite ? linker.toggle : null}
        linkAs={linkAs}
        pane={drawer.pane}
        onClose={drawer.toggle}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

type BarProps = {
  editor: Editor;
  canWrite: boolean;
  state: ConnectionState;
  connection: Session["connection"];
  me: string;
  drawer: ReturnType<typeof useDrawer>;
  onReference: () => void;
};

function DeskBar({ editor, canWrite, state, connection, me, drawer, onReference }: BarProps) {
  return (
    <div className="desk-bar">
      {canWrite ? (
        <Toolbar editor={editor} onReference={onReference} />
      ) : (
        <p className="soft small">{words.readOnly}</p>
      )}
      <button
        type="button"
        className="button pane-opener"
        data-kind="quiet"
        data-size="small"
        aria-expanded={drawer.isOpen}
        onClick={drawer.toggle}
      >
        {drawer.isOpen ? paneWords.close : paneWords.open}
      </button>
      <div className="desk-state">
        <Presence awareness={connection.awareness} me={me} />
        <SaveIndicator state={state} />
      </div>
    </div>
  );
}

/** On a narrow screen the source is a sheet from below that comes and goes; on a wide one it is always there. */
function useDrawer() {
  const pane = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const show = useCallback((target: Target) => {
    setOpen(true);
    const list = pane.current?.querySelector<HTMLElement>(".source-list");
    if (list) requestAnimationFrame(() => showRow(list, target.id));
  }, []);
  const toggle = useCallback(() => setOpen((now) => !now), []);
  return { pane, isOpen, show, toggle };
}
