import type { Found } from "./shapes";

const SUBJECT = /^\s*(?:emne|vedr(?:ørende)?\.?|subject|titel)\s*:\s*(.+)$/iu;
const ABOUT =
  /^\s*(?:(?:offentlig|ekstern|teknisk|fornyet|anden)\s+)?høring\w*\s+(?:over|om|af|vedr(?:ørende)?\.?|-|–|:)\s*\S/iu;
const INVITES = /^\s*(?:invitation til|anmodning om|udsendelse af|udkast til)\b/iu;
const REPLY = /^\s*(?:(?:sv|vs|re|fw|fwd)\s*:\s*)+/iu;
const LONGEST = 255;
const MOST_LINES = 40;

/** What the letter says it is about: its subject, else the line in its head that names the hearing. */
export function titleIn(lines: readonly string[]): Found<string> | null {
  const head = lines.slice(0, MOST_LINES);
  const subject = head.findIndex((line) => SUBJECT.test(line));
  const about = head.findIndex((line) => ABOUT.test(line) && !isSentence(line));
  const invites = head.findIndex((line) => INVITES.test(line) && !isSentence(line));
  const at = [subject, about, invites].find((index) => index >= 0);
  if (at === undefined) return null;
  const says = wrapped(head, at);
  const value = (SUBJECT.exec(says)?.[1] ?? says).replace(REPLY, "").trim().slice(0, LONGEST).trim();
  return value ? { value, says } : null;
}

/** A title that goes on in the next line: that one begins with a small letter. */
function wrapped(lines: readonly string[], at: number): string {
  const next = lines[at + 1] ?? "";
  const text = (lines[at] ?? "").trim();
  return /^\s*\p{Ll}/u.test(next) && !isSentence(text) ? `${text} ${next.trim()}` : text;
}

function isSentence(line: string): boolean {
  return /[.!?]$/u.test(line.trim()) && line.trim().length > 60;
}
