import { expect, test } from "vitest";
import { newId, type ResponseId } from "../../../db/ids";
import type { DeskTask } from "../../../server/consultations/shapes";
import type { NoticeKind, NoticeRow } from "../../../server/notices/shapes";
import { sorted } from "./waiting";

const [here, elsewhere] = [newId<ResponseId>(), newId<ResponseId>()];
const task = (reason: DeskTask["reason"], responseId = here) => ({ reason, responseId }) as DeskTask;
const news = (kind: NoticeKind, responseId = here) => ({ id: newId(), kind, responseId }) as NoticeRow;

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
