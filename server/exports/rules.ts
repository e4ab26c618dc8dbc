import type { FileKind } from "./shapes";

export const MEDIA_TYPES: Record<FileKind, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

const KINDS = { hearing: "Høringssvar", assessment: "Vurdering" } as const;

/** "HS-2026-0007 Høringssvar v3.docx": who sees it on a desktop knows which text of which hearing it is. */
export function fileNameOf(
  version: { number: number },
  consultation: { userKey: string; kind: keyof typeof KINDS },
  extension: FileKind | "json",
): string {
  const key = consultation.userKey.replace(/[/\\:*?"<>|\p{Cc}]/gu, "-");
  return `${key} ${KINDS[consultation.kind]} v${version.number}.${extension}`;
}
