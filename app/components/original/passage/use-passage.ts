import { useEffect, useState } from "react";
import type { Paper } from "../paper/paper";
import type { OriginalClause } from "../shapes";
import { type Box, boxesOf } from "./boxes";
import type { Passage } from "./find";
import { seek } from "./seek";

/** What is marked in the paper. Boxes by page, where it is drawn in pages. */
export type Marked =
  | { is: "none" }
  | { is: "seeking" }
  | { is: "missing"; page: number | null }
  | { is: "found"; passage: Passage; boxes: ReadonlyMap<number, Box[]> };

const NONE: Marked = { is: "none" };

/** Looks for the chosen clause; the one chosen last is the one that counts. */
export function usePassage(
  paper: Paper | null,
  clauses: readonly OriginalClause[],
  chosen: string | undefined,
): Marked {
  const [marked, setMarked] = useState<Marked>(NONE);
  const index = clauses.findIndex(({ id }) => id === chosen);
  const clause = clauses[index];
  const wanted =
    clause && JSON.stringify({ ...clause, before: wordsOf(clauses[index - 1]), after: wordsOf(clauses[index + 1]) });
  useEffect(() => {
    if (!paper || !wanted) {
      setMarked(NONE);
      return;
    }
    const stop = new AbortController();
    const slow = setTimeout(() => setMarked({ is: "seeking" }), SLOW_MS);
    look(paper, JSON.parse(wanted), stop.signal)
      .then((found) => stop.signal.aborted || setMarked(found))
      .finally(() => clearTimeout(slow));
    return () => {
      stop.abort();
      clearTimeout(slow);
    };
  }, [paper, wanted]);
  return marked;
}

/** What is found at once is not said to be looked for. */
const SLOW_MS = 300;

type Sought = OriginalClause & { before: string; after: string };

async function look(paper: Paper, clause: Sought, signal: AbortSignal): Promise<Marked> {
  const page = clause.page ?? null;
  const missing: Marked = { is: "missing", page };
  try {
    const passage = await seek(clause, page, paper, signal);
    if (!passage) return missing;
    return { is: "found", passage, boxes: paper.kind === "pdf" ? await boxesByPage(paper, passage) : new Map() };
  } catch {
    // A page that cannot be read has no words.
    return missing;
  }
}

async function boxesByPage(paper: Extract<Paper, { kind: "pdf" }>, { places }: Passage): Promise<Map<number, Box[]>> {
  const boxes = new Map<number, Box[]>();
  for (const page of new Set(places.map((place) => place.page))) {
    const { letters, pieces, view } = await paper.print(page);
    boxes.set(page, boxesOf(places.filter((place) => place.page === page), letters, pieces, view)); // biome-ignore format: one line
  }
  return boxes;
}

function wordsOf(clause: OriginalClause | undefined): string {
  return clause ? `${clause.number} ${clause.heading} ${clause.text}` : "";
}
