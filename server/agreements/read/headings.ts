import type { Group } from "./grouping";
import type { Shape } from "./lines";
import type { Marker } from "./markers";
import { endsSentence, isAddress, isCaption, startsLower, startsUpper, wordCount } from "./words";

/**
 * Which groups are headings, and of what rank: a smaller rank is nearer the top. Numbers rank by their parts between
 * `RANK.plain` and `RANK.named`, so "3.2" stands under "3" and above whatever has no number.
 */
export const RANK = {
  label: 1,
  plain: 2,
  named: 14,
  goals: 15,
  initiative: 16,
  question: 17,
  area: 18,
  below: 19,
} as const;

export type HeadingKind = "goals" | "areas" | "area" | "aim" | "plain";
/** `taken` lines are the heading, the rest of the group is the first paragraph under it. */
export type Heading = { kind: HeadingKind; number: string; lines: string[]; taken: number; rank: number };

/** What the reader has seen so far and what comes next; the same words are a heading here and none there. */
export type Surroundings = {
  shape: Shape;
  above: Group | undefined;
  below: Group | undefined;
  /** The innermost heading open now. */
  under: HeadingKind | null;
  isInAreas: boolean;
  /** Goals or areas are being listed. */
  isListing: boolean;
  hasSeenNumbers: boolean;
  hasSeenAim: boolean;
};

const QUESTION = /^Hv(?:ad|em|is|or|ordan|orfor|orhen|ornår|ilke|ilken|ilket|ilke)\b/;
const REMARK = /^(?:Vedr\.?|Vedrørende|Ad|Til) .{2,140}:$/;
const GOALS =
  /^(?:(?:fælles|overordnede|nye|konkrete|vores|de|årets|kommunale|politiske)\s+)*(?:KKR-)?(?:del)?mål(?:ene|sætninger(?:ne)?)?(?:\s+(?:for|om|vedr\.?|vedrørende)\s.{2,110})?:?$/i;
const AREAS = /^(?:.{0,40}\s)?udviklings(?:områder|punkter)\b|^mål,? som kommunerne opfordres/i;
const AIM = /^Mål: ?\S/;
const SIGNATURE =
  /^(?:på vegne af|med venlig hilsen|venlig hilsen|dato|underskrift|sted|j\.? ?nr|sagsnr|journalnr|cc|kilde)\b/i;
const MAX_LINES = 3;

export function headingOf(group: Group, around: Surroundings): Heading | null {
  if (group.row || isCaption(group.lines[0] ?? "")) return null;
  if (group.level > 0) return markdownHeading(group, around);
  return markedHeading(group, around) ?? unmarkedHeading(group, around);
}

function markdownHeading(group: Group, around: Surroundings): Heading {
  const text = group.lines[0] ?? "";
  const { number, rest } = group.marker && group.marker.kind !== "bullet" ? group.marker : { number: "", rest: text };
  const isArea = group.marker?.kind === "area" && around.isInAreas;
  return { kind: isArea ? "area" : kindOf(rest), number, lines: [rest], taken: 1, rank: group.level };
}

function markedHeading(group: Group, around: Surroundings): Heading | null {
  const marker = group.marker;
  if (!marker || marker.kind === "bullet" || marker.kind === "letter") return null;
  const taken = takenLines(group, marker.kind === "number" ? 1 : 2, around.shape.width);
  const lines = [marker.rest, ...group.lines.slice(1, taken)].filter((line) => line !== "");
  const text = lines.join(" ");
  if (taken === 0 || !mayBeHeading(text) || isLeadIn(text, group, taken, around)) return null;
  const heading = { number: marker.number, lines, taken };
  if (marker.kind === "area") return areaHeading(heading, around);
  if (marker.kind === "number" && !ownsSomething(marker, group, taken, around)) return null;
  if (marker.kind === "label" && isShortLabel(marker, text)) return null;
  return { ...heading, kind: kindOf(text), rank: markerRank(marker) };
}

/** "Krav 1" and its like name points; "Kapitel 2" and "Bilag 3" name parts of the paper. */
export function markerRank(marker: Marker): number {
  if (marker.kind === "number") return RANK.plain + Math.min(marker.depth, 10) - 1;
  if (marker.kind === "paragraph-sign") return RANK.plain + 1;
  if (marker.kind === "subsection") return RANK.plain + 2;
  return /^(?:Kapitel|Afsnit|Del|Bilag)\b/.test(marker.number) ? RANK.label : RANK.named;
}

/** "Krav 1" alone names what follows; "Mål 1: …" is a goal itself, however short. */
function isShortLabel(marker: Marker, text: string): boolean {
  return isGoalNumber(marker.number) || (text === "" && markerRank(marker) !== RANK.label);
}

export function isGoalNumber(number: string): boolean {
  return /^(?:del)?mål \d/i.test(number);
}

function areaHeading(heading: Pick<Heading, "number" | "lines" | "taken">, around: Surroundings): Heading | null {
  const kind = around.isInAreas ? "area" : "plain";
  return { ...heading, kind, rank: RANK.area };
}

/** A number with a title alone is a title only when something stands under it; in a row of such it is a list. */
function ownsSomething(
  marker: Marker & { kind: "number" },
  group: Group,
  taken: number,
  around: Surroundings,
): boolean {
  const { above, below } = around;
  // Among bulleted goals "3." is no goal, and numbers on through the paper.
  if (around.isListing && above?.marker?.kind !== "bullet") return false;
  const isRow = above?.marker?.kind === "number" && above.marker.depth === marker.depth && above.level === 0;
  if (taken < group.lines.length) return true;
  if (!below || (isRow && above.lines.length === 1)) return false;
  return below.marker?.kind !== "number" || below.marker.depth > marker.depth;
}

/** How many lines at the top are the title: all when the group is nothing else, else the first when prose follows. */
function takenLines(group: Group, most: number, width: number): number {
  const lines = [group.marker?.rest ?? group.lines[0] ?? "", ...group.lines.slice(1)];
  if (isOneTitle(lines, most + 1, width)) return lines.length;
  const [first, second] = lines;
  // "… senest den⏎15. april" is one sentence.
  if (first === undefined || second === undefined || !startsUpper(second)) return 0;
  // A line that could have held the next word was ended on purpose.
  const withNextWord = first.length + 1 + (second.split(" ", 1)[0]?.length ?? 0);
  return first.length < 100 && withNextWord < Math.max(second.length, width * 0.8) ? 1 : 0;
}

/** Lines that are one title: each goes on with a small letter, or the one above it was full. */
function isOneTitle(lines: readonly string[], most: number, width: number): boolean {
  if (lines.length > most || !mayBeHeading(lines.join(" "))) return false;
  return lines.every((line, index) => {
    const above = lines[index - 1];
    return above === undefined || startsLower(line) || above.endsWith("-") || (width > 0 && above.length > width * 0.8);
  });
}

function unmarkedHeading(group: Group, around: Surroundings): Heading | null {
  const most = Math.min(MAX_LINES, group.lines.length);
  for (let taken = 1; taken <= most; taken += 1) {
    const text = group.lines.slice(0, taken).join(" ");
    const isWhole = taken === group.lines.length;
    const next = group.lines[taken];
    if (text.length > 260 || (next !== undefined && !startsUpper(next))) continue;
    const found = named(text, isWhole, group, around) ?? plain(text, isWhole, taken, group, around);
    if (found) return { ...found, number: "", lines: group.lines.slice(0, taken), taken };
  }
  return null;
}

type Found = Pick<Heading, "kind" | "rank">;

/** Headings known by their words. */
function named(text: string, isWhole: boolean, group: Group, around: Surroundings): Found | null {
  if (AIM.test(text) && isWhole) return { kind: "aim", rank: RANK.named };
  if (text.length > 160) return null;
  if (AREAS.test(text) && !/[.;,]$/.test(text) && wordCount(text) <= 14)
    return { kind: "areas", rank: plainRank(text, around) };
  if (GOALS.test(text) && !/[.;,]$/.test(text) && !text.includes(". ")) return { kind: "goals", rank: RANK.goals };
  const isQuestion = QUESTION.test(text) ? /[?:]$/.test(text) : text.endsWith("?") && isWhole;
  if (isQuestion && startsUpper(text)) return { kind: "plain", rank: RANK.question };
  const isRemark =
    text.endsWith(":") && startsUpper(text) && (REMARK.test(text) || (text.length <= 80 && wordCount(text) <= 8));
  if (!isRemark || SIGNATURE.test(text)) return null;
  // A line that ends in ":" before a list leads it in; alone before prose, or on top of it, it is a heading.
  if (isWhole && (isListed(around.below) || !around.below || startsLower(around.below.lines[0] ?? ""))) return null;
  return group.marker ? null : { kind: "plain", rank: RANK.question };
}

function plainRank(text: string, around: Surroundings): number {
  if (/^mål,? som/i.test(text)) return RANK.goals;
  return around.hasSeenNumbers ? RANK.named : RANK.plain;
}

/** Headings known only by their looks: short, no full stop, something below. */
function plain(text: string, isWhole: boolean, taken: number, group: Group, around: Surroundings): Found | null {
  if (around.shape.hasMarkdownHeadings || group.marker) return null;
  if (isWhole && isInitiative(text, taken, around)) return { kind: "plain", rank: RANK.initiative };
  if (!mayBeHeading(text) || !startsUpper(text) || text.endsWith(":")) return null;
  if (isWhole && !isOneTitle(group.lines, MAX_LINES, around.shape.width)) return null;
  if (!isWhole) return isTitleOnTop(text, taken, group, around) ? { kind: "plain", rank: lookRank(around) } : null;
  const isAlone =
    !around.above || around.shape.isUnwrapped || group.gap > 0 || group.opensPage || around.above.level > 0;
  const first = around.below?.lines[0];
  if (!isAlone || first === undefined || startsLower(first)) return null;
  const namesATheme = GOALS.test(around.below?.lines.join(" ").slice(0, 160) ?? "");
  return { kind: "plain", rank: namesATheme ? RANK.plain : lookRank(around) };
}

function lookRank(around: Surroundings): number {
  if (around.hasSeenAim) return RANK.initiative;
  return around.hasSeenNumbers ? RANK.named : RANK.plain;
}

/** What stands right under "Mål: …" names the initiative, even when it ends like a sentence: "… (pilotprojekt)." */
function isInitiative(text: string, taken: number, around: Surroundings): boolean {
  return around.under === "aim" && taken <= 2 && text.length <= 170 && /\)\.$/.test(text) && !!around.below;
}

function isTitleOnTop(text: string, taken: number, group: Group, { shape }: Surroundings): boolean {
  const next = group.lines[taken] ?? "";
  const isShort = shape.width > 0 && text.length < Math.min(60, shape.width * 0.55);
  return taken === 1 && isShort && wordCount(text) <= 7 && (next.length > shape.width * 0.75 || endsSentence(next));
}

function mayBeHeading(text: string): boolean {
  if (text.length > 130 || wordCount(text) > 16 || /[.,;!]$/.test(text) || text.includes(". ")) return false;
  // "Varsling: 3 dage" says something already.
  if (/^[^:]{2,40}: ?\d/.test(text)) return false;
  return !isAddress(text) && !SIGNATURE.test(text) && !isCaption(text) && !text.includes("@");
}

/** "§ 4. Det er forbudt at" before 1), 2), 3) needs no colon: in a law's style the list goes on with the sentence. */
function isLeadIn(text: string, group: Group, taken: number, around: Surroundings): boolean {
  const isOfLaw = group.marker?.kind === "paragraph-sign" || group.marker?.kind === "subsection";
  return (
    (text.endsWith(":") || isOfLaw) &&
    taken === group.lines.length &&
    isListed(around.below) &&
    !AREAS.test(text) &&
    !GOALS.test(text)
  );
}

function isListed(group: Group | undefined): boolean {
  return group?.marker?.kind === "bullet" || group?.marker?.kind === "letter" || group?.marker?.kind === "number";
}

function kindOf(text: string): HeadingKind {
  return GOALS.test(text) ? "goals" : AREAS.test(text) ? "areas" : "plain";
}
