import type { UserId } from "../../../db/ids";
import { type Entry, entryHash } from "../../../server/audit/rules";
import { sha256 } from "../../../server/sha256";
import { at, type Chance } from "./chance";
import type { Rows } from "./rows";
import type { Hearing } from "./shapes";
import type { Town } from "./towns";

/** What a hearing leaves in the trail: a handful of its own, an entry for each answer, and that people came and went. */
const EVENTS = [
  ...["hearing-opened", "clauses-assigned", "plan-confirmed", "response-started", "sent-for-approval", "approved"],
  ...Array.from({ length: 54 }, () => "clause-answered"),
  ...Array.from({ length: 40 }, () => "signed-in"),
];

/** One chain of hashes over ten years, the oldest hearing first. */
export async function trail(rows: Rows, town: Town, hearings: readonly Hearing[]): Promise<void> {
  let [seq, previousHash] = [0, ""];
  for (const { id, due } of hearings.toReversed())
    for (const event of EVENTS) {
      seq += 1;
      const entry: Entry = {
        ...{ municipalityId: town.id, seq, at: new Date(at(due - 30)), actorId: town.coordinator, event },
        ...{ actorName: "Person tovholder", actorRoles: "coordinator, contributor@Område 1", previousHash },
        ...(event === "signed-in"
          ? { objectKind: "person", objectId: town.coordinator, data: {} }
          : { objectKind: "consultation", objectId: id, data: { count: seq % 7, centers: ["Område 1"] } }),
      };
      previousHash = entryHash(entry, sha256);
      await rows.add("audit_entry", {
        ...{ municipality_id: town.id, seq, at: entry.at, actor_id: entry.actorId, actor_name: entry.actorName },
        ...{ actor_roles: entry.actorRoles, event, object_kind: entry.objectKind, object_id: entry.objectId },
        ...{ data: entry.data, previous_hash: entry.previousHash, hash: previousHash },
      });
    }
}

const PER_PERSON = 60;
const KINDS = ["part-returned", "approval-decided", "deadline-moved", "suggestion-decided", "external-deadline-near"];

/** What each person has been told in the last 90 days (what was read before is cleared away [N9]); every third is new. */
export async function notices(rows: Rows, draw: Chance, town: Town, hearings: readonly Hearing[]): Promise<void> {
  const texts = hearings.slice(0, 60).filter(({ responseId }) => responseId);
  const people: UserId[] = [town.coordinator, town.director, ...town.managers, ...town.contributors];
  for (const person of people)
    for (let nth = 0; nth < PER_PERSON; nth += 1) {
      const about = texts[nth % texts.length];
      const told = { kind: KINDS[nth % KINDS.length], about: { centerId: town.centers[nth % 12], day: "2099-01-01" } };
      const days = -(nth * 90) / PER_PERSON;
      await rows.add("notice", {
        ...{ id: draw.id(), municipality_id: town.id, user_id: person, response_id: about?.responseId, ...told },
        ...{ by: town.director, at: at(days), read_at: nth % 3 === 0 ? null : at(days + 0.5), mailed_at: at(days) },
      });
    }
}
