/**
 * How a hearing stands and who may do what with it: pure rules (rules.ts, for everyone above) and the rows they look at.
 * It has no tables and no commands of its own, so hearings, coverage, texts, approval and filing all ask it. [D3]
 */
export { isBeyond } from "./guest";
export { guestsOf, type Place, viewerAt } from "./guest-queries";
export {
  type Home,
  isNewestRound,
  isSeenBy,
  isSeenByAny,
  lockedMatterOfConsultation,
  lockedMatterOfResponse,
  type Matter,
  matterOfConsultation,
  matterOfDocument,
  matterOfResponse,
  roundById,
} from "./queries";
export { decidersOf, delegatesOf, stepsOf } from "./turn-queries";
