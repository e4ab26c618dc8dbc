import { persistently } from "../../components/later";

type Machine = typeof import("./machine");

/** What keeps text on this machine, once its code is here: nobody needs it to begin to write. Answers how to give up. */
export function withMachine(act: (machine: Machine) => void): () => void {
  return persistently(() => import("./machine"), act);
}
