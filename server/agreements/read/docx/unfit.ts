import type { Unreadable } from "../paper";

/** Thrown anywhere below `readDocx`, which answers it as a refusal: the file is not fit to be read. */
export class Unfit extends Error {
  readonly why: Unreadable;

  constructor(why: Unreadable) {
    super(why);
    this.why = why;
  }
}
