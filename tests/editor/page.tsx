import "../../app/styles/index.css";
import type { Editor } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { newBlockId } from "../../app/document-model/block-id";
import { readDocument } from "../../app/document-model/read";
import { repairIds } from "../../app/document-model/repair";
import type { Run } from "../../app/document-model/suggestions/shapes";
import { writeRun } from "../../app/document-model/suggestions/write-run";
import { afterComposing } from "../../app/editor/composing";
import type { Connection, ConnectionState } from "../../app/editor/connection";
import { type Answers, AnswersContext } from "../../app/editor/links/answers/answers";
import { secondLookKey } from "../../app/editor/links/second-look";
import { ResponseEditor } from "../../app/editor/response-editor";
import type { Connect } from "../../app/editor/session";
import type { ResponsePage } from "../../server/responses/shapes";
import { seedOf } from "./words";

/** Two people's editors on one page, joined without a network: the hub stands for the server, repairs included. */
const given: { page: ResponsePage; lines: string[]; people: string[]; toLookAt: string[] | null } = JSON.parse(
  document.querySelector("#given")?.textContent ?? "",
);
const hub = new Y.Doc();
Y.applyUpdate(hub, seedOf(...given.lines));
const COLORS = ["#a8221a", "#0f5468"];
const present: Awareness[] = [];
const listeners = new Set<() => void>();
let state: ConnectionState = {
  phase: "saved",
  code: null,
  reason: null,
  hasUnsaved: false,
  synced: true,
  role: "write",
  isLarge: false,
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(news: Partial<ConnectionState>): void {
  state = { ...state, ...news };
  for (const listener of listeners) listener();
}

/** Makes the next drawing of somebody else's change fail twice, as y-tiptap's faults would. */
function breakEditor(): void {
  const element = document.querySelector<HTMLElement & { editor?: Editor }>(".ProseMirror");
  if (!element?.editor) throw new Error("Expected an editor on the page");
  const { binding } = ySyncPluginKey.getState(element.editor.state);
  const fail = () => {
    throw new RangeError("Position 99 out of range");
  };
  Object.assign(binding, { _forceRerender: fail });
  Object.defineProperty(binding, "_tr", { get: fail });
  const first = hub.getXmlFragment("body").get(0);
  if (first instanceof Y.XmlElement) first.setAttribute("kind", "paragraph");
}

/** Who has come and gone: a new editor on the same text is no new connection. */
const visits = { made: 0, destroyed: 0 };

function join(index: number): Connect {
  return ({ doc }) => {
    visits.made += 1;
    const awareness = new Awareness(doc);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hub), "hub");
    doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "hub" && Y.applyUpdate(hub, update, doc));
    hub.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== doc) afterComposing(() => Y.applyUpdate(doc, update, "hub"));
    });
    present.push(awareness);
    awareness.on("change", (_change: unknown, origin: unknown) => {
      if (origin === "hub") return;
      const user = { name: given.people[index] ?? "", color: COLORS[index] ?? "#000000" };
      for (const other of present) {
        if (other === awareness) continue;
        other.states.set(awareness.clientID, { ...awareness.getLocalState(), user });
        other.emit("change", [{ added: [], updated: [awareness.clientID], removed: [] }, "hub"]);
      }
    });
    const connection: Connection = {
      awareness,
      state: { get: () => state, subscribe },
      hasUnsaved: () => state.hasUnsaved,
      unsavedFrom: () => ({ client: doc.clientID, clock: 0 }),
      unsaved: () => null,
      retry: () => {},
      destroy: () => {
        visits.destroyed += 1;
      },
    };
    return connection;
  };
}

hub.on("update", (_update, origin) => origin !== "repair" && repairIds(hub, newBlockId));
/** As the server takes in what somebody suggests. */
const takeIn = (run: Run) => hub.transact(() => writeRun(hub, run, newBlockId));
Object.assign(window, { read: () => readDocument(hub), tell, breakEditor, visits, takeIn });

/** One person's editor, and what they say of changed clauses. */
function PersonsEditor({ name, connect }: { name: string; connect: Connect }) {
  const [toLookAt, setToLookAt] = useState(given.toLookAt);
  const [page, setPage] = useState(given.page);
  Object.assign(window, { setPage });
  const secondLook = useMemo(() => {
    const center = given.page.centers[0]?.id ?? "";
    const done = async (clauseId: string) => {
      setToLookAt((before) => before?.filter((id) => id !== clauseId) ?? null);
      return true;
    };
    return { waiting: toLookAt && new Set(toLookAt.map((id) => secondLookKey(id, center))), done };
  }, [toLookAt]);
  return (
    <AnswersContext.Provider value={useAnswersHere()}>
      <ResponseEditor
        page={page}
        secondLook={secondLook}
        person={{ id: name, name }}
        nonce={undefined}
        connect={connect}
      />
    </AnswersContext.Provider>
  );
}

/** What is answered is known to this page alone. */
function useAnswersHere(): Answers {
  const [said, setSaid] = useState<ReadonlyMap<string, ReturnType<Answers["of"]>>>(new Map());
  return useMemo(
    () => ({
      of: (clauseId, centerId) => said.get(`${clauseId}|${centerId}`) ?? null,
      say: async (clauseId, centerId, answer) => {
        setSaid((before) => new Map(before).set(`${clauseId}|${centerId}`, answer));
        return true;
      },
    }),
    [said],
  );
}

for (const [index, name] of given.people.entries()) {
  const connect = join(index);
  const root = document.createElement("section");
  root.setAttribute("aria-label", name);
  document.body.append(root);
  createRoot(root).render(<PersonsEditor name={name} connect={connect} />);
}
