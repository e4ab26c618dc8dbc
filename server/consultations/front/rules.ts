import { danishDay } from "../../clock";
import { DEED_KINDS, type Deed, type DeedKind, type Doing, type TimelineItem } from "./shapes";

/** One entry of the trail, or one person's writing of a day. */
export type Entry = {
  /** Null: the house. */
  who: { id: string; name: string } | null;
  at: Date;
  kind: DeedKind;
  /** What is counted: the same said again is one. */
  things: readonly string[];
  about: string | null;
  last: Deed["last"];
};

const MOST_DOINGS = 12;

/** Who has done what, by person and Danish day, the newest first. [H43] */
export function doingsOf(entries: readonly Entry[]): Doing[] {
  const newest = [...entries].sort((a, b) => b.at.getTime() - a.at.getTime());
  const groups = new Map<string, Entry[]>();
  for (const entry of newest) {
    const key = `${danishDay(entry.at)}|${entry.who?.id ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].slice(0, MOST_DOINGS).flatMap((group) => {
    const [latest] = group;
    if (!latest) return [];
    return [{ day: danishDay(latest.at), name: latest.who?.name ?? null, at: latest.at, deeds: deedsOf(group) }];
  });
}

function deedsOf(group: readonly Entry[]): Deed[] {
  return DEED_KINDS.flatMap((kind) => {
    const own = group.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    const count = new Set(own.flatMap(({ things }) => things)).size;
    const about = [...new Set(own.flatMap((entry) => entry.about ?? []))].sort(byNumber);
    return [{ kind, count, about, last: own.find(({ last }) => last)?.last ?? null }];
  });
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, "da-DK", { numeric: true });
}

/** What falls on one day stands in the order of the work. */
const ORDER: readonly TimelineItem["kind"][] = [
  "opened",
  "internal",
  "step",
  "reopened",
  "sent-for-approval",
  "returned",
  "approved",
  "external",
  "filed",
];

/** In order of time; a step that says the day of the external deadline once more is left out. [H42] */
export function timelineOf(items: readonly TimelineItem[]): TimelineItem[] {
  const external = items.find(({ kind }) => kind === "external");
  const isSaid = (item: TimelineItem) =>
    item.kind === "step" && item.step === "sent" && item.state !== "done" && item.day === external?.day;
  const key = (item: TimelineItem) => `${item.day} ${item.time ?? ""}`;
  return items
    .filter((item) => !isSaid(item))
    .sort((a, b) => a.day.localeCompare(b.day) || order(a) - order(b) || key(a).localeCompare(key(b)));
}

function order({ kind }: TimelineItem): number {
  return ORDER.indexOf(kind);
}

/** How something stands that is to be done by a day. */
export function stateOn(today: string, day: string, isDone: boolean): TimelineItem["state"] {
  if (isDone) return "done";
  return day < today ? "late" : "ahead";
}
