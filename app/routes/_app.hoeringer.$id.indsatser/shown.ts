import type { InitiativeBoard, InitiativeNow } from "../../../server/initiatives/shapes";

/** What every part of an initiative's place on the page is handed. */
export type Shown = { initiative: InitiativeNow; board: InitiativeBoard; hearing: string; answer: unknown };
