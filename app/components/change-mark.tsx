import type { ChangeKind } from "../../server/carry-over/shapes";
import "./change-mark.css";

/** What became of a clause as eight shapes beside its word, so that colour is never alone in telling them apart. */
export function ChangeMark({ change }: { change: ChangeKind }) {
  return (
    <svg
      className="change-mark"
      data-change={change}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[change]} />
    </svg>
  );
}

const PATHS: Record<ChangeKind, string> = {
  unchanged: "M3 6h10M3 10h10",
  moved: "M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5",
  reworded: "M2.5 13.5l.6-3L11 2.6l2.4 2.4-7.9 7.9zM9.4 4.2l2.4 2.4",
  split: "M2 8h4l3-4.5h5M6 8l3 4.5h5",
  merged: "M14 8h-4L7 3.5H2M10 8l-3 4.5H2",
  dropped: "M3 8h10",
  met: "M3 8.5l3.2 3.2L13 4.5",
  new: "M3 8h10M8 3v10",
};
