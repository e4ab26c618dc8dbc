import type { NoticeRow } from "../../../server/notices/shapes";

type Hearing = NonNullable<NoticeRow["hearing"]>;
type Placed = Pick<NoticeRow, "kind" | "responseId" | "about"> & { hearing: Pick<Hearing, "id"> | null };

/**
 * Where a notice leads to: the thread (`#k-`), the paragraph (`#b-`), the part, the round; a deadline's to its hearing, an
 * address's to where addresses are kept.
 */
export function placeOf({ kind, responseId, hearing, about }: Placed): string {
  const home = hearing ? `/hoeringer/${hearing.id}` : "/hoeringer";
  const text = responseId ? `/svar/${responseId}` : home;
  switch (kind) {
    case "deadline-near":
      return `${home}/daekning`;
    case "deadline-missed":
    case "tasks-handed-over":
    case "invitation-answered":
      return home;
    case "invited":
    case "invitation-withdrawn":
      return hearing ? `/invitationer/${hearing.id}` : "/hoeringer";
    case "external-deadline-near":
    case "deadline-moved":
      return `${home}/plan`;
    case "mentioned":
    case "comment-assigned":
    case "comment-answered":
      return about.threadId ? `${text}#k-${encodeURIComponent(about.threadId)}` : `${text}${block(about)}`;
    case "suggestion-decided":
      return `${text}${block(about)}`;
    case "part-returned":
    case "sign-off-lapsed":
      return about.centerId ? `${text}/del/${encodeURIComponent(about.centerId)}` : text;
    case "approval-waits":
    case "approval-decided":
    case "approval-returned":
      return `${text}/godkendelse`;
    case "reopened":
      return text;
    case "webhook-paused":
      return "/administration/adgang#webhooks";
  }
}

function block({ blockId }: Placed["about"]): string {
  return blockId ? `#b-${encodeURIComponent(blockId)}` : "";
}
