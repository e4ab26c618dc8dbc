import { setIfUndefined } from "lib0/map";
import type { CenterId, ClauseId, ConsultationId, DocumentId, SourceVersionId } from "../../db/ids";
import type { Carried, DeskHearing, InUse } from "./shapes";

/** What hangs on the clauses of a version in hearings that are still being written. Pure. */
export type Hearing = Omit<DeskHearing, "place"> & {
  versionId: SourceVersionId;
  staysBeforeId: SourceVersionId | null;
};
type Line = { id: SourceVersionId; number: number; followsId: SourceVersionId | null };

type Used = { consultationId: ConsultationId; clauseId: ClauseId };
export type Usage = {
  remarks: (Used & { documentId: DocumentId; blockId: string })[];
  answers: (Used & { centerId: CenterId })[];
  assignments: (Used & { centerId: CenterId })[];
};

/** Hearings on this version, on one that descends from it, or on one it descends from; the others are another line's. */
export function placed(hearings: readonly Hearing[], to: Line, versions: readonly Line[]): DeskHearing[] {
  const numberOf = new Map(versions.map(({ id, number }) => [id, number]));
  const before = new Set(lineOf(to.id, versions));
  return hearings.flatMap(({ versionId, staysBeforeId, ...hearing }): DeskHearing[] => {
    if (lineOf(versionId, versions).includes(to.id)) return [{ ...hearing, place: "follows" }];
    if (!before.has(versionId)) return [];
    const isDeclined = staysBeforeId !== null && (numberOf.get(staysBeforeId) ?? 0) >= to.number;
    return [{ ...hearing, place: isDeclined ? "stays" : "waits" }];
  });
}

/** The version and those it descends from. */
function lineOf(id: SourceVersionId, versions: readonly Line[]): SourceVersionId[] {
  const version = versions.find((one) => one.id === id);
  return version ? [id, ...(version.followsId ? lineOf(version.followsId, versions) : [])] : [];
}

export type InUseHere = InUse & { remarkedOn: Set<ClauseId>; isFollowed: boolean };

/**
 * Counted for the clause that it leads to in the version a desk is from; what waits or is gone on the way is another desk's.
 * `isFollowed`: some of it is of a hearing that has not declined the new version. [C20]
 */
export function inUse(
  { remarks, answers, assignments }: Usage,
  hearings: readonly DeskHearing[],
  carried: Pick<Carried, "successorOf">,
): Map<ClauseId, InUseHere> {
  const placeOf = new Map(hearings.map(({ id, place }) => [id, place]));
  const counted = new Set<string>();
  const found = new Map<ClauseId, InUseHere>();
  const count = (kind: keyof InUse, used: Used, what: string) => {
    const place = placeOf.get(used.consultationId);
    if (!place) return;
    for (const id of leadsTo(carried, used.clauseId)) {
      const use = setIfUndefined(found, id, unused);
      use.isFollowed ||= place !== "stays";
      if (kind === "remarks") use.remarkedOn.add(used.clauseId);
      const key = `${kind} ${id} ${what}`;
      if (!counted.has(key)) use[kind] += 1;
      counted.add(key);
    }
  };
  // One paragraph is one remark, however many centers have linked it.
  for (const one of remarks) count("remarks", one, `${one.documentId} ${one.blockId}`);
  for (const one of answers) count("answers", one, `${one.consultationId} ${one.centerId}`);
  for (const one of assignments) count("assignments", one, `${one.consultationId} ${one.centerId}`);
  return found;
}

function unused(): InUseHere {
  return { remarks: 0, answers: 0, assignments: 0, remarkedOn: new Set(), isFollowed: false };
}

function leadsTo({ successorOf }: Pick<Carried, "successorOf">, id: ClauseId): readonly ClauseId[] {
  const successor = successorOf.get(id);
  if (!successor) return [id];
  return successor.state === "carried" ? successor.to : [];
}
