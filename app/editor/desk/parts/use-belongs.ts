import { useMemo } from "react";
import type { SignOffState } from "../../../../server/sign-offs/shapes";
import { partsAtDesk as words } from "../../../words/parts-at-desk";
import { useParts } from "./parts";

export type Belonging = { shortName: string; state: SignOffState; said: string };

/** The center that each heading was given to, as the outline shows it; the same as long as nothing new is said. */
export function useBelongs(): (blockId: string | null) => Belonging | null {
  const { now } = useParts();
  const known = useMemo(() => {
    const said = new Map<string, Belonging>(
      now.parts.map(({ center: { id, name, shortName }, state }) => [
        id,
        { shortName, state, said: words.belongs(name, state) },
      ]),
    );
    return new Map(Object.entries(now.sections).map(([blockId, centerId]) => [blockId, said.get(centerId) ?? null]));
  }, [now]);
  return (blockId) => (blockId === null ? null : (known.get(blockId) ?? null));
}
