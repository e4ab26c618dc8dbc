/** What was typed and not sent, in this tab, until it is. `mentions`: name → person. */
export type Draft = { text: string; mentions: Readonly<Record<string, string>> };

const EMPTY: Draft = { text: "", mentions: {} };
const nameOf = (key: string) => `comment-draft:${key}`;

export function draftOf(key: string): Draft {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? "null");
    return isDraft(found) ? found : EMPTY;
  } catch {
    return EMPTY;
  }
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    if (draft.text.trim() === "") sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), JSON.stringify(draft));
  } catch {
    // Where nothing may be stored, what is typed stays as long as the page does.
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "mentions" in value
  );
}
