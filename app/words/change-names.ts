import type { ChangeKind } from "../../server/carry-over/shapes";

/** What became of a clause, in one word. */
export const changeNames: Record<ChangeKind, string> = {
  unchanged: "Uændret",
  moved: "Flyttet",
  reworded: "Omformuleret",
  split: "Delt",
  merged: "Samlet",
  dropped: "Udgået",
  met: "Indfriet",
  new: "Ny",
};
