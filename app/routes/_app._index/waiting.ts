import type { DeskTask } from "../../../server/consultations/shapes";
import type { NoticeKind, NoticeRow } from "../../../server/notices/shapes";

/** A task that says what the notice says: it is the task that stays on the desk. */
const SAID_BY: Readonly<Partial<Record<NoticeKind, readonly DeskTask["reason"][]>>> = {
  "approval-waits": ["approve"],
  "approval-returned": ["returned"],
  "part-returned": ["part-returned"],
  "comment-assigned": ["comments"],
  "deadline-near": ["answer-clauses"],
  "sign-off-lapsed": ["sign-off"],
  invited: ["invitation"],
  "external-deadline-near": ["write-together", "start-response", "assign-clauses", "returned"],
};

function isSaidBy(row: NoticeRow, { reason, consultation, centerId }: DeskTask): boolean {
  if (!SAID_BY[row.kind]?.includes(reason) || consultation.id !== row.hearing?.id) return false;
  // Of a center's own task: that center.
  return row.about.centerId === undefined || centerId === null || row.about.centerId === centerId;
}

/**
 * What is new and no task says already, and the notice behind each task that one does: opening that task reads it.
 * So nothing stands on the desk twice. [H8] [N2]
 */
export function sorted(tasks: readonly DeskTask[], rows: readonly NoticeRow[]) {
  const behind = new Map<DeskTask, string>();
  const news = rows.filter((row) => {
    const task = tasks.find((one) => isSaidBy(row, one));
    if (task && !behind.has(task)) behind.set(task, row.id);
    return !task;
  });
  return { news, behind };
}
