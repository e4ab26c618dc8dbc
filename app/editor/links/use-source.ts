import { useMemo, useState } from "react";
import type { CenterRow } from "../../../server/consultations/shapes";
import type { EarlierClause, ResponsePage } from "../../../server/responses/shapes";
import type { Target } from "../../document-model/document";
import { reachOf } from "./reach";
import { NO_SECOND_LOOK, type SecondLook } from "./second-look";

/** What the page says of the source: its clauses by id, those before them, the viewer's own, and itself as a target. */
export function useSource(page: ResponsePage, secondLook: SecondLook = NO_SECOND_LOOK) {
  return useMemo(
    () => ({
      clauses: new Map<string, ResponsePage["clauses"][number]>(page.clauses.map((clause) => [clause.id, clause])),
      lineage: new Set<string>(page.lineage),
      earlier: new Map<string, EarlierClause>(page.earlier.map((clause) => [clause.id, clause])),
      secondLook,
      /** On whose behalf the viewer may say something. */
      speaksFor: new Set<string>(page.linkAs),
      inOrder: page.clauses,
      centers: page.centers,
      sourceTitle: page.consultation.sourceTitle,
      mine: new Set<string>(page.mine),
      whole: { kind: "source", id: page.consultation.versionId } satisfies Target as Target,
    }),
    [page, secondLook],
  );
}

export type Source = ReturnType<typeof useSource>;

/** Also what links led to in an earlier version: who moves or copies a paragraph keeps them as they are. */
export function isKnownTarget(source: Source, target: Target): boolean {
  return target.kind === "source" ? source.lineage.has(target.id) : reachOf(target, source).standing !== "unknown";
}

export type LinkAs = { centers: readonly CenterRow[]; chosen: string | null; choose: (center: string) => void };

/** On whose behalf links are made: the first of one's own centers until another is chosen. */
export function useLinkAs(page: ResponsePage): LinkAs {
  const [chosen, choose] = useState<string | null>(page.linkAs[0] ?? null);
  return useMemo(() => {
    const own: readonly string[] = page.linkAs;
    const current = chosen && own.includes(chosen) ? chosen : (own[0] ?? null);
    return { centers: page.centers.filter(({ id }) => own.includes(id)), chosen: current, choose };
  }, [page, chosen]);
}
