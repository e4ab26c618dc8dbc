import { rowsOf } from "./rows";
import type { PageText, Run } from "./runs";

/** Running heads and feet: what stands at the same height in the edge of several pages, whatever number it carries. */
const EDGE = 0.12;
const SAME_HEIGHT = 4;

export function dropEdges<P extends PageText>(pages: readonly P[]): { pages: P[]; dropped: number } {
  const edges = pages.map(edgeRows);
  const heights = new Map<string, number[]>();
  for (const rows of edges)
    for (const { shape, y } of rows) heights.set(shape, [...(heights.get(shape) ?? []).slice(-600), y]);
  const least = pages.length === 2 ? 2 : 3;
  let dropped = 0;
  const kept = pages.map((page, index) => {
    const gone = new Set<Run>();
    for (const row of edges[index] ?? []) {
      const same = (heights.get(row.shape) ?? []).filter((y) => Math.abs(y - row.y) <= SAME_HEIGHT).length;
      if (same < least) continue;
      dropped += 1;
      for (const run of row.runs) gone.add(run);
    }
    return { ...page, runs: page.runs.filter((run) => !gone.has(run)) };
  });
  return { pages: kept, dropped };
}

type EdgeRow = { shape: string; y: number; runs: Run[] };

function edgeRows(page: PageText): EdgeRow[] {
  const isAtEdge = ({ y }: Run) => y < page.height * EDGE || y > page.height * (1 - EDGE);
  return rowsOf(page.runs.filter(isAtEdge))
    .filter((row) => row.text.length <= 200)
    .map((row) => ({ shape: row.text.replace(/\d+/g, "#").replace(/^[ivxlc]{1,6}$/i, "#"), y: row.y, runs: row.runs }));
}
