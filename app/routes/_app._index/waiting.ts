import type { DeskTask } from "../../../server/consultations/shapes";
import type { NoticeKind, NoticeRow } from "../../../server/notices/shapes";

/** A task that says what the notice says: it is the task that stays on the desk. */
const SAID_BY: Readonly<Partial<Record<NoticeKind, DeskTask["reason"]>>> = {
  "approval-waits": "approve",
  "approval-returned": "returned",
};

/**
 * What is new and no task says already, and the notice behind each task that one does: opening that task reads it.
 * So nothing stands on the desk twice. [H8] [N2]
 */
export function sorted(tasks: readonly DeskTask[], rows: readonly NoticeRow[]) {
  const behind = new Map<DeskTask, string>();
  const news = rows.filter((row) => {
    const task = tasks.find(({ reason, responseId }) => SAID_BY[row.kind] === reason && responseId === row.responseId);
    if (task && !behind.has(task)) behind.set(task, row.id);
    return !task;
  });
  return { news, behind };
}
