import { sha256 } from "../../sha256";
import type { MadeFile } from "../made-file";
import type { VersionToExport } from "../queries";
import { fileNameOf } from "../rules";
import { packed } from "../zip";
import { metadataAsXml, metadataOf } from "./metadata";

type Part = { name: string; mediaType: string; bytes: Uint8Array };

/**
 * Everything of one version in one ZIP: its files, the councils' own answers as they came [F51], the frozen document itself, what it is (as JSON and as XML), and a manifest
 * that names each part with its SHA-256. The same version gives the same bytes. [X1] [X15]
 */
export function packageOf(
  found: VersionToExport,
  files: readonly MadeFile[],
  attached: readonly MadeFile[] = [],
): Promise<Uint8Array> {
  const metadata = metadataOf(found, attached);
  const parts: Part[] = [
    ...[...files, ...attached].map(({ fileName, mediaType, bytes }) => ({ name: fileName, mediaType, bytes })),
    json(fileNameOf(found.version, found.consultation, "json"), found.version.canonical),
    json("metadata.json", `${JSON.stringify(metadata, null, 2)}\n`),
    { name: "metadata.xml", mediaType: "application/xml", bytes: utf8(metadataAsXml(metadata)) },
  ];
  const listed = parts.map(({ name, mediaType, bytes }) => ({
    name,
    mediaType,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
  const manifest = { documentSha256: found.version.sha256, version: found.version.number, files: listed };
  const all = [...parts, json("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`)];
  // Word, ODF and Excel are packed already.
  const stored = all.filter(({ name }) => /\.(?:docx|odt|xlsx|pdf)$/.test(name)).map(({ name }) => name);
  return packed(
    all.map(({ name, bytes }) => [name, bytes] as const),
    found.version.frozenAt,
    stored,
  );
}

function json(name: string, text: string): Part {
  return { name, mediaType: "application/json", bytes: utf8(text) };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
