import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { newsAt, whileSeen } from "~/standing-open";
import { approval as words } from "~/words/approval";
import type { ReviewPage } from "../../../server/reviews/shapes";

const PACE = { every: 5000 };

/**
 * The round has been decided, reopened or handed on since the page was made. Who decides is asked first, so that nothing
 * changes under their eyes; to everybody else it is shown. [A17]
 */
export function Moved({ page: { responseId, stamp, can } }: { page: ReviewPage }) {
  const [isOld, setOld] = useState(false);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    setOld(false);
    const ask = async () => {
      const heard = await newsAt<{ stamp: string }>(`/svar/${responseId}/godkendelse/nyt`);
      if (heard && heard.stamp !== stamp) setOld(true);
      return heard !== null;
    };
    return whileSeen(ask, PACE);
  }, [responseId, stamp]);
  const isShown = isOld && !can.approve;
  useEffect(() => {
    if (isShown) revalidate();
  }, [isShown, revalidate]);
  return (
    <div role="status">
      {isOld && can.approve && (
        <p className="notice" data-tone="warn">
          {words.moved}{" "}
          <button type="button" className="button" data-kind="quiet" data-size="small" onClick={revalidate}>
            {words.showMoved}
          </button>
        </p>
      )}
    </div>
  );
}
