import { expect, test } from "vitest";
import { type ConsultationId, newId } from "../../../db/ids";
import type { DeskTask } from "../../../server/consultations/shapes";
import type { NoticeKind, NoticeRow } from "../../../server/notices/shapes";
import { sorted } from "./waiting";

const [here, elsewhere] = [newId<ConsultationId>(), newId<ConsultationId>()];
const task = (reason: DeskTask["reason"], id = here, centerId: string | null = null) =>
  ({ reason, consultation: { id }, centerId }) as DeskTask;
const news = (kind: NoticeKind, id = here, about: NoticeRow["about"] = {}) =>
  ({ id: newId(), kind, hearing: { id }, about }) as NoticeRow;

test("[H8] [N2] what a task says no notice says beside it, and the task leads by way of the notice", () => {
  const [approve, returned] = [task("approve"), task("returned", elsewhere)];
  const waits = news("approval-waits");
  const givenBack = news("approval-returned", elsewhere);
  const mentioned = news("mentioned");
  const { news: left, behind } = sorted([approve, returned], [mentioned, waits, givenBack]);
  expect(left).toEqual([mentioned]);
  expect(behind.get(approve)).toBe(waits.id);
  expect(behind.get(returned)).toBe(givenBack.id);
});

test("[N2] a notice of another text, or one that no task says, stands by itself", () => {
  const rows = [news("approval-waits", elsewhere), news("part-returned"), news("approval-decided")];
  const { news: left, behind } = sorted([task("approve"), task("answer-clauses")], rows);
  expect(left).toEqual(rows);
  expect(behind.size).toBe(0);
});

test("[H45] a reminder is not said beside the center's own task, and is said where another center's is", () => {
  const own = task("answer-clauses", here, "social");
  const [near, other] = ["social", "elderly"].map((centerId) => news("deadline-near", here, { centerId }));
  const lapsed = news("sign-off-lapsed", here, { centerId: "social" });
  const { news: left, behind } = sorted(
    [own, task("write-together")],
    [near!, other!, lapsed, news("external-deadline-near")],
  );
  expect(left).toEqual([other, lapsed]);
  expect(behind.get(own)).toBe(near?.id);
});
