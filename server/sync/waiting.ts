import { setIfUndefined } from "lib0/map";
import type { Decoded } from "./decode-update";

export type Struct = Decoded["structs"][number];

/** The structs of updates that wait for their commit, by client and in the order of their clocks. */
export class Waiting {
  readonly #byClient = new Map<number, Struct[]>();

  add(structs: readonly Struct[]): void {
    for (const struct of structs) setIfUndefined(this.#byClient, struct.id.client, (): Struct[] => []).push(struct);
  }

  /** They are in the document now, or never will be. */
  forget(client: number, before = Number.POSITIVE_INFINITY): void {
    const left = (this.#byClient.get(client) ?? []).filter((struct) => struct.id.clock >= before);
    if (left.length > 0) this.#byClient.set(client, left);
    else this.#byClient.delete(client);
  }

  find(client: number, clock: number): Struct | undefined {
    return holding(this.#byClient.get(client) ?? [], clock);
  }
}

/** The one of them that holds the clock; they are in order. */
function holding(structs: readonly Struct[], clock: number): Struct | undefined {
  let [low, high] = [0, structs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  const found = structs[low];
  return found && clock >= found.id.clock && clock < found.id.clock + found.length ? found : undefined;
}
