import { createContext, useContext } from "react";
import { history as words } from "~/words/history";
import type { Writer } from "../../../server/history/shapes";

type Who = (id: string | null) => Writer | null;

export const WhoContext = createContext<Who>(() => null);

export function whoIs(writers: readonly Writer[]): Who {
  const known = new Map<string, Writer>(writers.map((writer) => [writer.id, writer]));
  return (id) => (id === null ? null : (known.get(id) ?? null));
}

export function useWho(): Who {
  return useContext(WhoContext);
}

/** Null: how the text began. */
export function useNameOf(): (id: string | null) => string {
  const who = useWho();
  return (id) => (id === null ? words.beginning : (who(id)?.name ?? words.someone));
}

/** Initials on the person's colour, as in the live text. Said by the name beside it. */
export function Face({ writer }: { writer: Writer | null }) {
  return (
    <span
      className="history-face"
      style={writer ? { backgroundColor: writer.color } : undefined}
      data-nobody={writer ? undefined : ""}
      aria-hidden="true"
    >
      {writer?.initials ?? "–"}
    </span>
  );
}
