import type { Viewer } from "../identity/viewer";

/** Whether somebody has an address, and since when; the address itself is told once, when it is made. */
export type FeedStanding = { madeAt: Date | null };

/** Told once. `home` null: the house does not know where it is reached from outside. */
export type MadeFeed = { path: string; home: string | null };

export type Fed = { file: string } | "not-there" | "too-often";

/** The door of calendar/: one secret address a person, and what it shows. */
export type Calendar = {
  standing(viewer: Viewer): Promise<FeedStanding>;
  /** A new secret; the one before it opens nothing any more. */
  make(viewer: Viewer): Promise<MadeFeed>;
  revoke(viewer: Viewer): Promise<void>;
  /** What whoever knows the secret is shown: `file` is "<secret>.ics", `from` where it is asked from. */
  feed(file: string, from: string): Promise<Fed>;
};
