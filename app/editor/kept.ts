import type { UnsavedParagraph } from "./unsaved";

/** What one page instance could not save, as it is kept beside the page until its person has seen it. */
export type Kept = {
  person: string;
  documentId: string;
  client: number;
  paragraphs: readonly UnsavedParagraph[];
  /** There was more than can be kept. */
  isCut: boolean;
};

const PREFIX = "samsvar-unsaved/";
/** Browsers give a tab about five million characters for everything. */
const MOST = 200_000;

/**
 * Unsaved text outlives a reload: in this tab, for this document, and for the person who wrote it, nobody else. [E10]
 * Answers whether it is kept; a browser may refuse to.
 */
export function keep(storage: Storage | null, kept: Omit<Kept, "isCut">): boolean {
  if (!storage || kept.paragraphs.length === 0) return false;
  const paragraphs = fitting(kept.paragraphs);
  const isCut = lengthOf(paragraphs) < lengthOf(kept.paragraphs);
  try {
    storage.setItem(keyOf(kept), JSON.stringify({ ...kept, paragraphs, isCut } satisfies Kept));
    return !isCut;
  } catch {
    return false;
  }
}

export function forget(storage: Storage | null, kept: Pick<Kept, "documentId" | "client">): void {
  storage?.removeItem(keyOf(kept));
}

/** What is kept of that document for that person. What others have left in this tab is removed, of whatever document. */
export function keptFor(storage: Storage | null, { person, documentId }: Pick<Kept, "person" | "documentId">): Kept[] {
  if (!storage) return [];
  const keys = Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  return keys.flatMap((key) => {
    const kept = readKept(storage.getItem(key));
    if (kept?.person !== person) storage.removeItem(key);
    return kept?.person === person && kept.documentId === documentId ? [kept] : [];
  });
}

/** The tab's own storage; none where the browser forbids it. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function keyOf({ documentId, client }: Pick<Kept, "documentId" | "client">): string {
  return `${PREFIX}${documentId}/${client}`;
}

/** As much as fits, from the top. */
function fitting(paragraphs: readonly UnsavedParagraph[]): UnsavedParagraph[] {
  let left = MOST;
  return paragraphs.flatMap(({ heading, text, upTo }) => {
    const fits = text.slice(0, Math.max(0, left));
    left -= heading.length + text.length;
    return fits === "" ? [] : [{ heading, text: fits, upTo }];
  });
}

function lengthOf(paragraphs: readonly UnsavedParagraph[]): number {
  return paragraphs.reduce((length, { text }) => length + text.length, 0);
}

/** Only we write there, but perhaps an older version of us. */
function readKept(text: string | null): Kept | null {
  try {
    const kept: Partial<Kept> = JSON.parse(text ?? "");
    const isKept =
      typeof kept.person === "string" &&
      typeof kept.documentId === "string" &&
      typeof kept.client === "number" &&
      Array.isArray(kept.paragraphs) &&
      kept.paragraphs.every((paragraph) => typeof paragraph.text === "string" && typeof paragraph.upTo === "number");
    return isKept ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
