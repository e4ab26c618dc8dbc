import type { Editor } from "@tiptap/core";
import type { ReactNode } from "react";
import { editor as words } from "../../words/editor";
import { pane as paneWords } from "../../words/text-tools";
import { tools as toolWords } from "../../words/writing-desk";
import type { ConnectionState } from "../connection";
import { SaveIndicator } from "../save-indicator";
import type { Session } from "../session";
import { Together } from "../together/together";
import { Tool } from "../tool";
import { Toolbar } from "../toolbar";
import { withKey } from "./chords";
import { FindBar } from "./find/find-bar";
import type { Tool as Item } from "./toolbar/item";
import type { DeskTools } from "./use-desk";

type Props = {
  editor: Editor;
  canWrite: boolean;
  state: ConnectionState;
  connection: Session["connection"];
  me: string;
  desk: DeskTools;
  drawer: { isOpen: boolean; toggle: () => void };
  onReference: () => void;
  templates: readonly Item[];
  /** Write or suggest. */
  choice: ReactNode;
  /** Other tools, and what is kept of what they do, for whoever does not write in the text itself. */
  instead: ReactNode | null;
};

/** What stays in sight above the text: the tools, who is here, whether it is saved, and the search. */
export function DeskBar({ editor, canWrite, state, connection, me, desk, drawer, ...props }: Props) {
  const { onReference, templates, choice, instead } = props;
  const { find } = desk;
  return (
    <div className="desk-bar">
      {choice}
      {instead ??
        (canWrite ? (
          <Toolbar editor={editor} onReference={onReference} desk={desk.tools} templates={templates} />
        ) : (
          <Reading desk={desk} />
        ))}
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
      {!instead && <Together editor={editor} awareness={connection.awareness} me={me} isLive={isLive(state)} />}
      <div className="desk-state">{!instead && <SaveIndicator state={state} />}</div>
      {desk.isFocused && (
        <button
          type="button"
          className="button"
          data-kind="quiet"
          data-size="small"
          title={withKey(toolWords.leaveFocus, "focus-mode-leave")}
          onClick={desk.toggleFocus}
        >
          {toolWords.leaveFocus}
        </button>
      )}
      <FindBar
        {...{ editor, canWrite }}
        isOpen={find.isOpen}
        withReplace={find.withReplace}
        onReplace={find.setWithReplace}
        last={find.last}
        handle={find.handle}
        onClose={find.close}
      />
    </div>
  );
}

/** The text is as the server has it. */
function isLive({ phase }: ConnectionState): boolean {
  return phase === "saved" || phase === "saving" || phase === "read-only";
}

/** Who only reads has what helps to read. */
function Reading({ desk }: { desk: DeskTools }) {
  return (
    <div className="reading-tools">
      <p className="soft small">{words.readOnly}</p>
      {desk.tools.map((item) => (
        <Tool key={item.id} item={item} />
      ))}
    </div>
  );
}
