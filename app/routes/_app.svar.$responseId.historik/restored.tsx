import { Link } from "@remix-run/react";
import { Notice } from "~/components/page";
import { history as words } from "~/words/history";

/** Said once, with the two ways from there. */
export function Restored({ headSeq, responseId }: { headSeq: number; responseId: string }) {
  return (
    <Notice tone="good">
      <p role="status">{words.restore.done}</p>
      <p className="row">
        <Link to={`/svar/${responseId}/historik?t=${headSeq}&mod=${Math.max(1, headSeq - 1)}`}>
          {words.restore.see}
        </Link>
        <Link to={`/svar/${responseId}`}>{words.toText}</Link>
      </p>
    </Notice>
  );
}
