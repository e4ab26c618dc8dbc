/** What is done in a step; the steps of every plan come in this order. */
export const STEP_KINDS = ["draft", "comments", "second-round", "center-manager", "director", "sent"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const TEMPLATES = ["two-rounds", "one-round", "short"] as const;
export type Template = (typeof TEMPLATES)[number];

/**
 * What part of the time above one working day each step gets. Two rounds are as one real plan had them: a draft on 4
 * February, comments by the 25th, revised on 2 March, approved on the 7th, sent on the 10th.
 */
export const WEIGHTS: Readonly<Record<Template, readonly (readonly [StepKind, number])[]>> = {
  "two-rounds": [
    ["draft", 5],
    ["comments", 12],
    ["second-round", 4],
    ["center-manager", 3],
    ["director", 2],
    ["sent", 1],
  ],
  "one-round": [
    ["draft", 4],
    ["comments", 12],
    ["center-manager", 3],
    ["director", 2],
    ["sent", 1],
  ],
  short: [
    ["comments", 6],
    ["center-manager", 2],
    ["sent", 1],
  ],
};

/** By which step's day the centers have answered: what internal deadlines are offered from. */
export const INTERNAL: StepKind = "comments";
