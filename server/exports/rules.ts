import type { FileAbout, FileKind } from "./shapes";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const MEDIA_TYPES: Record<FileKind, string> = {
  docx: WORD,
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  odt: "application/vnd.oasis.opendocument.text",
  "pdf-remarks": "application/pdf",
  "pdf-data": "application/pdf",
  "remarks-docx": WORD,
  "agenda-docx": WORD,
  package: "application/zip",
  "remarks-xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What each file is called, behind the hearing's number. */
const NAMES: Record<FileKind | "json", (kind: string, version: string) => string> = {
  docx: (kind, version) => `${kind} ${version}.docx`,
  pdf: (kind, version) => `${kind} ${version}.pdf`,
  html: (kind, version) => `${kind} ${version}.html`,
  odt: (kind, version) => `${kind} ${version}.odt`,
  json: (kind, version) => `${kind} ${version}.json`,
  "pdf-remarks": (kind, version) => `${kind} ${version} med bemærkninger.pdf`,
  "pdf-data": (kind, version) => `${kind} ${version} med data.pdf`,
  "agenda-docx": (_, version) => `Dagsordenspunkt ${version}.docx`,
  package: (kind, version) => `${kind} ${version}.zip`,
  "remarks-docx": (_, version) => `Bemærkninger ${version}.docx`,
  "remarks-xlsx": (_, version) => `Bemærkninger ${version}.xlsx`,
};

/** What lies in a package, in this order. */
export const PACKED = [
  "pdf",
  "docx",
  "html",
  "odt",
  "remarks-docx",
  "remarks-xlsx",
] as const satisfies readonly FileKind[];

export function isFileKind(kind: string): kind is FileKind {
  return Object.hasOwn(MEDIA_TYPES, kind);
}

const KINDS = { hearing: "Høringssvar", assessment: "Vurdering", "follow-up": "Opfølgning" } as const;

/** "HS-2026-0007 Høringssvar v3.docx": who sees it on a desktop knows which text of which hearing it is. */
export function fileNameOf(version: { number: number }, about: FileAbout, kind: FileKind | "json"): string {
  return `${keyOf(about)} ${NAMES[kind](KINDS[about.kind], `v${version.number}`)}`;
}

/** All the files of a version, and what they are called. */
export function offered(version: { number: number }, about: FileAbout) {
  return Object.keys(MEDIA_TYPES)
    .filter(isFileKind)
    .map((kind) => {
      return { kind, fileName: fileNameOf(version, about, kind), mediaType: MEDIA_TYPES[kind] };
    });
}

/** "HS-2026-0007 Høringssvar UDKAST.docx". */
export function draftNameOf(about: FileAbout, extension: string): string {
  return `${keyOf(about)} ${KINDS[about.kind]} UDKAST.${extension}`;
}

/** What no file system takes, as a hyphen. */
export function keyOf({ userKey }: Pick<FileAbout, "userKey">): string {
  return userKey.replace(/[/\\:*?"<>|\p{Cc}]/gu, "-");
}
