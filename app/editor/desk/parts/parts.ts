import { useContext, useSyncExternalStore } from "react";
import type { PartsAtDesk } from "../../../../server/sign-offs/shapes";
import { textAt, whileSeen } from "../../../standing-open";
import { post, type Told } from "../../../taken";
import { ResponseContext } from "../../together/response-context";

const PACE = { every: 5000, afterSilence: 30_000, atOnce: true };
const NOTHING: PartsAtDesk = { parts: [], sections: {}, can: { giveSections: false } };

/** Asks for all who show something of it, as long as anybody does; told only of what is other than before. [A30] */
class Parts {
  now = NOTHING;
  readonly #address: string;
  readonly #listeners = new Set<() => void>();
  #text = "";
  #stop = () => {};

  constructor(responseId: string) {
    this.#address = `/svar/${responseId}/dele`;
  }

  subscribe = (listener: () => void) => {
    if (this.#listeners.size === 0) this.#stop = whileSeen(this.ask, PACE);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  ask = async (): Promise<boolean> => {
    const text = await textAt(this.#address);
    if (text === null || text === this.#text) return text !== null;
    this.#text = text;
    this.now = JSON.parse(text);
    for (const listener of this.#listeners) listener();
    return true;
  };

  /** `centerId` "" takes it back. */
  async give(blockId: string, centerId: string): Promise<Told<unknown>> {
    const told = await post(this.#address, { blockId, centerId });
    await this.ask();
    return told;
  }
}

const known = new Map<string, Parts>();

function partsOf(responseId: string): Parts {
  const found = known.get(responseId) ?? new Parts(responseId);
  known.set(responseId, found);
  return found;
}

const unheard = () => () => {};

/** What the desk knows of the centers' parts; nothing where there is no response around it. */
export function useParts(): { now: PartsAtDesk; give: Parts["give"] } {
  const responseId = useContext(ResponseContext);
  const parts = responseId === null ? null : partsOf(responseId);
  const now = useSyncExternalStore(parts?.subscribe ?? unheard, () => parts?.now ?? NOTHING);
  return { now, give: async (blockId, centerId) => (await parts?.give(blockId, centerId)) ?? null };
}
