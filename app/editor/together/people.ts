import type { Awareness } from "y-protocols/awareness";

/** Where somebody's caret is: two of Yjs's relative positions, as JSON. */
export type Caret = { anchor: unknown; head: unknown };

/** Somebody else in the text, as the server has stamped them. [P1] */
export type Present = {
  client: number;
  name: string;
  color: string;
  initials: string;
  /** Of whom they write, in short; "" where it is nobody in particular. */
  center: string;
  writes: boolean;
  caret: Caret | null;
};

/** Everybody else. A person with several tabs is one person: where they write, if they write anywhere. */
export function readPeople(awareness: Awareness, me: string): Present[] {
  const people = new Map<string, Present>();
  for (const [client, state] of awareness.getStates()) {
    const one = client === awareness.clientID ? null : presentIn(client, state);
    if (!one || one.name === me) continue;
    const key = `${one.name} ${one.center}`;
    const known = people.get(key);
    if (!known || (!known.caret && one.caret)) people.set(key, one);
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, "da"));
}

function presentIn(client: number, state: Record<string, unknown>): Present | null {
  const { user, cursor } = state;
  if (typeof user !== "object" || user === null || !("name" in user) || !("color" in user)) return null;
  const { name, color } = user;
  if (typeof name !== "string" || typeof color !== "string" || !/^#[0-9a-f]{6}$/i.test(color)) return null;
  const initials = "initials" in user && typeof user.initials === "string" ? user.initials : name.slice(0, 1);
  const center = "center" in user && typeof user.center === "string" ? user.center : "";
  const writes = !("writes" in user) || user.writes === true;
  return { client, name, color, initials, center, writes, caret: readCaret(cursor) };
}

function readCaret(cursor: unknown): Caret | null {
  if (typeof cursor !== "object" || cursor === null || !("anchor" in cursor) || !("head" in cursor)) return null;
  return { anchor: cursor.anchor, head: cursor.head };
}
