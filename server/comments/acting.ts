import type { Amended } from "../document-store/shapes";
import type { CommentDeps } from "./deps";
import type { Ground, Thread } from "./ground";

/** What a command has come to: its entry in the trail, and what it has written in the text. Null: nothing has changed. */
export type Done = { event: string; data?: Record<string, unknown>; amended?: Amended<unknown> | null } | null;

export type Acting = { deps: CommentDeps; ground: Ground; thread: Thread; form: unknown };
