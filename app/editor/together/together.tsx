import type { Editor } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { useContext, useEffect, useRef, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { together as words } from "../../words/together";
import { useAnnouncer } from "../use-announcer";
import { Face } from "./face";
import { NearbyMark } from "./nearby-mark";
import { type Present, readPeople } from "./people";
import { PresencePanel } from "./presence-panel";
import { ResponseContext } from "./response-context";
import { bringIntoSight } from "./sight";
import { SinceRow } from "./since-row";
import { type Following, useFollow } from "./use-follow";
import { useNearby } from "./use-nearby";
import { usePeople } from "./use-people";
import "./together.css";

type Props = {
  editor: Editor;
  awareness: Awareness;
  me: string;
  /** The text is as the server has it. */
  isLive: boolean;
};

/** Everybody else in the text: who is here and where, the way to them, and what they wrote while one was away. */
export function Together({ editor, awareness, me, isLive }: Props) {
  const responseId = useContext(ResponseContext);
  const doc: Y.Doc = ySyncPluginKey.getState(editor.state).doc;
  const { said, announce } = useAnnouncer();
  const people = usePeople(awareness, me);
  const following = useFollow({ editor, awareness, me, announce });
  const nearby = useNearby(editor, doc, awareness, me);
  useEffect(() => {
    if (nearby) announce(words.alsoHere(nearby.names));
  }, [nearby, announce]);
  return (
    <>
      <People {...{ editor, awareness, doc, me, people, following, announce }} />
      <FollowingRow following={following} />
      {responseId !== null && <SinceRow {...{ editor, responseId, isLive, announce }} />}
      <NearbyMark editor={editor} nearby={nearby} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

type PeopleProps = Pick<Props, "editor" | "awareness" | "me"> & {
  doc: Y.Doc;
  people: readonly Present[];
  following: Following;
  announce: (message: string) => void;
};

/** So many faces stand in the bar; the panel has all. */
const FACES = 4;

function People({ editor, awareness, doc, me, people, following, announce }: PeopleProps) {
  const { isOpen, toggle, close, place } = usePanel();
  const go = (one: Present) => {
    close();
    // Where they are now: the faces are drawn anew when people come and go, not at each key of theirs.
    const caret = readPeople(awareness, me).find((now) => now.name === one.name && now.center === one.center)?.caret;
    if (caret) bringIntoSight(editor, caret);
    announce(words.wentTo(one.name));
  };
  const follow = (one: Present) => {
    close();
    following.follow(one);
  };
  return (
    <div className="presence" ref={place}>
      <p className="visually-hidden" role="status">
        {words.people(people.map(({ name }) => name))}
      </p>
      <ul aria-label={words.present} className="visually-hidden">
        {people.map(({ client, name }) => (
          <li key={client}>{name}</li>
        ))}
      </ul>
      {people.length > 0 && (
        <button
          type="button"
          className="presence-open"
          aria-expanded={isOpen}
          title={words.open(people.length)}
          onClick={toggle}
        >
          {people.slice(0, FACES).map((one) => (
            <Face key={one.client} one={one} />
          ))}
          {people.length > FACES && <span aria-hidden="true">+{people.length - FACES}</span>}
          <span className="visually-hidden">{words.open(people.length)}</span>
        </button>
      )}
      {isOpen && people.length > 0 && <PresencePanel {...{ people, awareness, doc, me }} onGo={go} onFollow={follow} />}
    </div>
  );
}

function FollowingRow({ following: { followed, stop } }: { following: Following }) {
  if (!followed) return null;
  return (
    <div className="bar-row follow-row" style={{ borderColor: followed.color }}>
      <p>{words.following(followed.name)}</p>
      <button type="button" className="button" data-kind="quiet" data-size="small" onClick={stop}>
        {words.stop}
      </button>
    </div>
  );
}

/** Closes on Escape and on a press elsewhere; the focus goes back to what opened it. */
function usePanel() {
  const place = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      place.current?.querySelector("button")?.focus();
    };
    const elsewhere = ({ target }: PointerEvent) =>
      target instanceof Node && !place.current?.contains(target) && setOpen(false);
    document.addEventListener("keydown", pressed);
    document.addEventListener("pointerdown", elsewhere);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("pointerdown", elsewhere);
    };
  }, [isOpen]);
  return { place, isOpen, toggle: () => setOpen((now) => !now), close: () => setOpen(false) };
}
