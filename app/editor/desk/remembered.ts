import { useCallback, useState } from "react";

/** How a person likes the desk, on this machine. */
export type Liking = { hasOutline: boolean; zoom: number };

export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;

const PLAIN: Liking = { hasOutline: false, zoom: 100 };
const PREFIX = "samsvar-desk/";

type Shelf = Pick<Storage, "getItem" | "setItem">;

/** What is kept and makes sense; for the rest, what everybody begins with. [E18] */
export function recall(shelf: Shelf | null, person: string): Liking {
  const kept = parsed(shelf?.getItem(PREFIX + person) ?? null);
  const zoom = ZOOMS.find((one) => one === kept["zoom"]);
  return {
    hasOutline: typeof kept["hasOutline"] === "boolean" ? kept["hasOutline"] : PLAIN.hasOutline,
    zoom: zoom ?? PLAIN.zoom,
  };
}

export function remember(shelf: Shelf | null, person: string, liking: Liking): void {
  try {
    shelf?.setItem(PREFIX + person, JSON.stringify(liking));
  } catch {
    // A full or forbidden store: the desk is as they like it until they leave.
  }
}

/** One step larger (1) or smaller (-1); at the ends it stays. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  return (by === 1 ? ZOOMS.find((one) => one > zoom) : ZOOMS.findLast((one) => one < zoom)) ?? zoom;
}

export function useLiking(person: string): [Liking, (change: Partial<Liking>) => void] {
  const [liking, setLiking] = useState(() => recall(shelf(), person));
  const change = useCallback(
    (news: Partial<Liking>) =>
      setLiking((before) => {
        const now = { ...before, ...news };
        remember(shelf(), person, now);
        return now;
      }),
    [person],
  );
  return [liking, change];
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** None where the browser forbids it. */
function shelf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
