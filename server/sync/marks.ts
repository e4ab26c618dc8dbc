/**
 * What a page has been promised. A MARK is answered by SAVED once every update before it is committed; while the server
 * waits for a step 2 it lacks some of the page's text, so no mark is answered until that has come. [I2]
 */
export class Marks {
  #taken = 0;
  #committed = 0;
  /** Each mark with the number of updates that went before it. */
  #marks: { mark: number; after: number }[] = [];
  #held: number | null = null;
  #isWhole = false;
  #isBroken = false;
  last = 0;

  /** An update was queued. */
  took(): void {
    this.#taken += 1;
  }

  committed(): void {
    this.#committed += 1;
  }

  /** The page has sent all that the server lacked. */
  becameWhole(): void {
    this.#isWhole = true;
    if (this.#held !== null) this.#marks.push({ mark: this.#held, after: this.#taken });
    this.#held = null;
  }

  becameIncomplete(): void {
    this.#isWhole = false;
  }

  /** Something was refused: from here on the page has text that will never be saved. */
  broke(): void {
    this.#isBroken = true;
  }

  mark(mark: number): void {
    this.last = mark;
    if (this.#isBroken) return;
    if (this.#isWhole) this.#marks.push({ mark, after: this.#taken });
    else this.#held = mark;
  }

  /** The newest mark that may be answered now, once; null when there is none. */
  answerable(): number | null {
    let answer: number | null = null;
    while (this.#marks[0] && this.#marks[0].after <= this.#committed) answer = this.#marks.shift()?.mark ?? null;
    return answer;
  }

  get isWhole(): boolean {
    return this.#isWhole;
  }
}
