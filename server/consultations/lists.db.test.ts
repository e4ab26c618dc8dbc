import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ConsultationId,
  type DocumentId,
  type FilingId,
  newId,
  type ResponseId,
  type ReviewId,
  type VersionId,
} from "../../db/ids";
import { consultation, document, documentVersion, filing, response, review } from "../../db/schema";
import { type HearingWorld, hearingForm, hearingUnderWay, hearingWorld } from "../../tests/world/hearing";
import { acceptedSource } from "../../tests/world/source";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

/** A hearing that stands filed, by its rows alone. */
async function filed(deadline: string, more: Partial<typeof review.$inferInsert> = {}): Promise<ConsultationId> {
  const { db, people, versionId } = world;
  const [id, documentId, responseId] = [newId<ConsultationId>(), newId<DocumentId>(), newId<ResponseId>()];
  const [frozen, reviewId, at] = [newId<VersionId>(), newId<ReviewId>(), new Date("2026-01-05T08:00:00Z")];
  const [home, by] = [{ municipalityId: world.id }, people.tove.id];
  const { kind, ...form } = hearingForm(world);
  const named = { ...form, kind: "hearing" as const, deadline, userKey: `HS-${id}`, versionId };
  await db.insert(consultation).values({ id, ...home, ...named, coordinatorId: by, createdAt: at });
  await db.insert(document).values({ id: documentId, ...home, schemaVersion: 1, state: "frozen", headSeq: 1 });
  const begun = { title: "Svar", startedBy: by, startedAt: at };
  await db.insert(response).values({ id: responseId, ...home, consultationId: id, documentId, ...begun });
  const bytes = { number: 1, epoch: 1, seq: 1, state: new Uint8Array(), canonical: "", sha256: "" };
  await db.insert(documentVersion).values({ id: frozen, documentId, ...bytes, label: "", frozenBy: by, frozenAt: at });
  const round = { round: 1, versionId: frozen, sha256: "", sentBy: by, sentAt: at, approverId: by };
  const decided = { decision: "approved" as const, decidedBy: by, decidedAt: at };
  await db.insert(review).values({ id: reviewId, responseId, ...round, ...decided, ...more });
  const asked = { adapter: "folder" as const, metadata: {}, state: "filed" as const, requestedBy: by, requestedAt: at };
  await db.insert(filing).values({ id: newId<FilingId>(), responseId, versionId: frozen, ...asked });
  return id;
}

test("[Q20] filed hearings come a page at a time, the latest first, each once; those under way stand by themselves", async () => {
  const { consultations, people } = world;
  const { id: underWay } = await hearingUnderWay(world);
  const days = Array.from({ length: 27 }, (_, index) => `2025-01-${String(index + 1).padStart(2, "0")}`);
  const ids: ConsultationId[] = [];
  for (const day of days) ids.unshift(await filed(day));
  const reopened = await filed("2025-02-01", {
    reopenedAt: new Date("2026-01-06T08:00:00Z"),
    reopenedBy: people.tove.id,
  });

  const first = await consultations.filed(people.tove, 1);
  const last = await consultations.filed(people.tove, 99);
  expect([...first.hearings, ...last.hearings].map(({ id }) => id)).toEqual(ids);
  expect(first.hearings).toHaveLength(25);
  expect({ ...last, hearings: last.hearings.length }).toEqual({ hearings: 2, page: 2, pages: 2, total: 27 });
  expect(new Set(first.hearings.map(({ status }) => status))).toEqual(new Set(["filed"]));
  expect((await consultations.list(people.tove)).map(({ id }) => id)).toEqual([reopened, underWay]);
  await expect(consultations.filed(people.rita, 1)).rejects.toMatchObject({ code: "not-for-your-role" });
});

test("[Q20] sources come a page at a time, by title, each once and with all its versions", async () => {
  const { agreements, people, db } = world;
  for (let nth = 0; nth < 26; nth += 1) await acceptedSource(db, world);
  const all = await agreements.list(people.tove);
  const [first, second] = [await agreements.page(people.tove, 1), await agreements.page(people.tove, 2)];
  expect([...first.sources, ...second.sources]).toEqual(all);
  expect([first.sources.length, first.pages, second.page]).toEqual([25, 2, 2]);
  expect(await agreements.source(people.tove, all[3]?.id ?? "")).toEqual(all[3]);
  expect(await agreements.source(people.tove, newId())).toBeNull();
});
