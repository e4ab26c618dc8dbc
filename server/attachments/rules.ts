import type { CenterId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { isCoordinator, type Standing } from "../standing/rules";

/** All of a hearing's attachments together: with the letter's own files every case system takes as much. */
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_FILES = 10;

export type Council = { id: CenterId; name: string };

/** The councils the viewer may attach an answer for, until the text is sent. [F50] [F52] */
export function attachesFor<One extends Council>(
  viewer: Viewer,
  councils: readonly One[],
  { status, participating }: Standing,
): One[] {
  if (status !== "not-started" && status !== "writing") return [];
  if (isCoordinator(viewer)) return [...councils];
  return councils.filter(({ id }) => participating.includes(id) && isOf(viewer, id));
}

function isOf({ roles }: Viewer, councilId: CenterId): boolean {
  return roles.some(({ role, center }) => (role === "contributor" || role === "manager") && center?.id === councilId);
}

/** What a file was found to be. */
export type Found = { format?: "pdf" | "docx" | "text" | null; text?: string | null; refused: string | null };

/** What a document may be and be attached all the same: one that nobody can read by machine is still what the council said. */
const UNREAD = ["no-text", "empty-file", "too-many-pages", "took-too-long"];

/** Why a file is not attached, as a code of its field, or null. Pictures of pages are attached, and said not to be read. [F53] */
export function unfitFor({ format, refused }: Found): string | null {
  if (format === "text") return "not-pdf-or-word";
  return refused !== null && !UNREAD.includes(refused) ? refused : null;
}

export const MEDIA_TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** The name it goes by: its own, with the ending its content has and no sign that a file system does not take. [F53] */
export function cleanName(fileName: string, format: "pdf" | "docx"): string {
  const plain = fileName.replace(/[/\\:*?"<>|]/g, "_").replace(/^[.\s]+|[.\s]+$/g, "");
  const stem = plain.replace(/\.(?:pdf|docx?|docm|dotx?)$/i, "") || "bilag";
  return `${stem.slice(0, 120).toWellFormed()}.${format}`;
}
