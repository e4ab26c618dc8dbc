import type { Letters } from "./letters";

/** A piece of text as a page prints it: where its baseline begins, and how far it goes, in the file's own measure. */
export type PrintedPiece = { text: string; transform: readonly number[]; width: number };

/** A box on the page, each side as a share of the page's width or height from its top left. */
export type Box = { left: number; top: number; right: number; bottom: number };

type View = { transform: readonly number[]; width: number; height: number };

/** How far letters reach above and below the baseline, by their size. */
const ABOVE = 0.86;
const BELOW = 0.24;

/** What is to be marked on a page: a box for each printed line of the stretches. */
export function boxesOf(
  stretches: readonly { from: number; to: number }[],
  letters: Letters,
  pieces: readonly PrintedPiece[],
  view: View,
): Box[] {
  const boxes: Box[] = [];
  for (const { from, to } of stretches) {
    for (let at = from; at < to; ) {
      const index = letters.piece[at] ?? 0;
      let end = at + 1;
      while (end < to && letters.piece[end] === index) end += 1;
      const piece = pieces[index];
      if (piece) addLine(boxes, boxOf(piece, shareBefore(piece, letters, at), shareAfter(piece, letters, end), view));
      at = end;
    }
  }
  return boxes;
}

/** Where in the piece that letter begins, as a share of its width. What stands before its first letter goes with it. */
function shareBefore(piece: PrintedPiece, letters: Letters, at: number): number {
  const isFirst = at === 0 || letters.piece[at - 1] !== letters.piece[at];
  return isFirst ? 0 : widthTo(piece.text, letters.at[at] ?? 0);
}

/** Where the letter before that one ends. The stop after the last letter goes with it. */
function shareAfter(piece: PrintedPiece, letters: Letters, end: number): number {
  const isLast = end >= letters.letters.length || letters.piece[end] !== letters.piece[end - 1];
  return isLast ? 1 : widthTo(piece.text, (letters.at[end - 1] ?? 0) + 1);
}

/** Narrow and wide letters, near enough to tell where in a line a word begins. */
function widthTo(text: string, at: number): number {
  let before = 0;
  let all = 0;
  for (let index = 0; index < text.length; index += 1) {
    const width = /[iljtfrI.,:;'’()[\]|! -]/.test(text.charAt(index))
      ? 0.55
      : /[mwMWÆ@—%]/.test(text.charAt(index))
        ? 1.5
        : 1;
    if (index < at) before += width;
    all += width;
  }
  return all === 0 ? 0 : before / all;
}

function boxOf({ transform, width }: PrintedPiece, start: number, end: number, view: View): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const [alongX, alongY] = direction(a, b);
  const [upX, upY] = direction(c, d);
  const corner = (along: number, up: number): readonly [number, number] =>
    onPage(e + alongX * along * width + upX * up * size, f + alongY * along * width + upY * up * size, view);
  const corners = [corner(start, -BELOW), corner(end, -BELOW), corner(start, ABOVE), corner(end, ABOVE)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function direction(x: number, y: number): readonly [number, number] {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

function onPage(x: number, y: number, { transform, width, height }: View): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  return [clamp((a * x + c * y + e) / width), clamp((b * x + d * y + f) / height)];
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Pieces of one printed line become one box. */
function addLine(boxes: Box[], box: Box): void {
  const above = boxes.at(-1);
  const middle = (box.top + box.bottom) / 2;
  const isSameLine =
    above && middle > above.top && middle < above.bottom && box.left - above.right < 0.03 && box.left >= above.left;
  if (!above || !isSameLine) {
    boxes.push(box);
    return;
  }
  above.right = Math.max(above.right, box.right);
  above.top = Math.min(above.top, box.top);
  above.bottom = Math.max(above.bottom, box.bottom);
}
