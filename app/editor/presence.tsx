import { memo, useMemo, useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";
import { editor as words } from "../words/editor";

type Present = { name: string; color: string };

/** Who else is here, with the name and colour the server has stamped on them. */
export const Presence = memo(function Presence({ awareness, me }: { awareness: Awareness; me: string }) {
  const others = usePresence(awareness).filter(({ name }) => name !== me);
  return (
    <div className="presence">
      <p className="visually-hidden" role="status">
        {words.people(others.map(({ name }) => name))}
      </p>
      <ul aria-label={words.present} className="presence-list">
        {others.map(({ name, color }) => (
          <li key={name} className="presence-person" title={name}>
            <span className="presence-dot" style={{ backgroundColor: color }} aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
});

function usePresence(awareness: Awareness): readonly Present[] {
  const store = useMemo(() => {
    let now = readPresence(awareness);
    return {
      get: () => now,
      subscribe: (listener: () => void) => {
        const changed = () => {
          const next = readPresence(awareness);
          if (JSON.stringify(next) === JSON.stringify(now)) return;
          now = next;
          listener();
        };
        changed();
        awareness.on("change", changed);
        return () => awareness.off("change", changed);
      },
    };
  }, [awareness]);
  return useSyncExternalStore(store.subscribe, store.get);
}

/** A person with several tabs is one person. */
function readPresence(awareness: Awareness): Present[] {
  const people = new Map<string, Present>();
  for (const [client, state] of awareness.getStates()) {
    const user: unknown = state["user"];
    if (client !== awareness.clientID && isPresent(user)) people.set(user.name, { name: user.name, color: user.color });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, "da"));
}

function isPresent(user: unknown): user is Present {
  if (typeof user !== "object" || user === null || !("name" in user) || !("color" in user)) return false;
  return typeof user.name === "string" && typeof user.color === "string" && /^#[0-9a-f]{6}$/i.test(user.color);
}
