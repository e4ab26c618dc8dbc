import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { together as words } from "../../words/together";
import { Face } from "./face";
import { type Present, readPeople } from "./people";
import { atMostEvery } from "./use-people";
import { blockAt, headingOver, onMoves } from "./whereabouts";

type Props = {
  people: readonly Present[];
  awareness: Awareness;
  doc: Y.Doc;
  me: string;
  onGo: (one: Present) => void;
  onFollow: (one: Present) => void;
};

/** Who is here, for whom, where, and the way to them. */
export function PresencePanel({ people, awareness, doc, me, onGo, onFollow }: Props) {
  const places = usePlaces(awareness, doc, me);
  return (
    <section className="presence-panel" aria-label={words.panel}>
      <ul className="presence-rows">
        {people.map((one) => (
          <li key={one.client} className="presence-row">
            <Face one={one} />
            <div className="presence-words">
              <p className="presence-name">{one.name}</p>
              <p className="soft small">{words.as(one.center, one.writes)}</p>
              <p className="soft small">{places.get(one.client) ?? words.nowhere}</p>
            </div>
            {places.has(one.client) && (
              <div className="presence-ways">
                <Way label={words.goTo(one.name)} text={words.go} act={() => onGo(one)} />
                <Way label={words.followOf(one.name)} text={words.follow} act={() => onFollow(one)} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ label, text, act }: { label: string; text: string; act: () => void }) {
  return (
    <button type="button" className="button" data-kind="quiet" data-size="small" aria-label={label} onClick={act}>
      {text}
    </button>
  );
}

const EVERY = 500;

/** Client → where their caret is, in words; looked up only while somebody looks. */
function usePlaces(awareness: Awareness, doc: Y.Doc, me: string): ReadonlyMap<number, string> {
  const [places, setPlaces] = useState(() => placesOf(awareness, doc, me));
  useEffect(() => {
    const { soon, stop } = atMostEvery(EVERY, () => setPlaces(placesOf(awareness, doc, me)));
    const unhear = onMoves(doc, awareness, soon);
    return () => {
      stop();
      unhear();
    };
  }, [awareness, doc, me]);
  return places;
}

function placesOf(awareness: Awareness, doc: Y.Doc, me: string): ReadonlyMap<number, string> {
  return new Map(
    readPeople(awareness, me).flatMap(({ client, caret }): [number, string][] => {
      const block = caret && blockAt(doc, caret);
      return block ? [[client, words.place(headingOver(block))]] : [];
    }),
  );
}
