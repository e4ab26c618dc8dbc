import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { countKinds, flatten, type ProposalNode } from "../../app/document-model/proposal";
import { sha256 } from "../sha256";
import { LIMITS, type Unreadable } from "./read/paper";
import { createReading } from "./reading";
import type { Proposed } from "./reading/reading-worker";

/** `npm run import -- FILE [--json]`: prints what the import would propose, and writes nothing. docs/import.md */
const USAGE = "Usage: npm run import -- FILE [--json]";

const WHY: Record<Unreadable, string> = {
  missing: "there is no such file",
  "too-large": "it is larger than 50 MB, or needs more memory than a paper does",
  "empty-file": "there is no text in it",
  "not-text": "it is no text (it holds NUL bytes or too many control characters)",
  "format-not-read-yet": "this format is not read; save the document as PDF, DOCX or text first",
  "other-content": "its content is no paper",
  encrypted: "it asks for a password",
  damaged: "it is cut short or broken",
  "no-text": "it holds pictures of pages and no text; read it with OCR first",
  "too-many-pages": "it has more than 500 pages",
  "unsafe-file": "it holds macros or external entities, or unpacks to more than a paper",
  "took-too-long": "it took longer than a minute",
  "too-many-waiting": "too many papers wait to be read",
};

/** Prints and answers the exit code. Nothing is thrown for a bad file: the message names it and says why. */
export async function runImport(
  args: readonly string[],
  out: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith("--"));
  const unknown = args.find((arg) => arg.startsWith("--") && arg !== "--json");
  const [file] = files;
  if (file === undefined || files.length > 1 || unknown) {
    complain(unknown ? `Unknown option ${unknown}. ${USAGE}` : USAGE);
    return 1;
  }
  const bytes = bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return refuse(file, bytes.why, complain);
  const reading = createReading({ log: { warn: () => {} } });
  const read = await reading.read({ bytes, fileName: basename(file) });
  await reading.end();
  if ("refused" in read) return refuse(file, WHY[read.refused], complain);
  out(args.includes("--json") ? asJson(file, bytes, read) : asTree(file, read));
  return 0;
}

function bytesOf(file: string): Uint8Array | { why: string } {
  try {
    const { size } = statSync(file);
    return size > LIMITS.bytes ? { why: WHY["too-large"] } : readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return { why: WHY.missing };
    return { why: code === "EISDIR" ? "it is a folder" : `it cannot be opened (${String(code)})` };
  }
}

function refuse(file: string, why: string, complain: (text: string) => void): number {
  complain(`Cannot import ${file}: ${why}.`);
  return 1;
}

function asJson(file: string, bytes: Uint8Array, { proposal, kind }: Proposed): string {
  const counts = countKinds(flatten(proposal.nodes));
  const nodes = proposal.nodes.map(jsonNode);
  return JSON.stringify(
    { file: basename(file), sha256: sha256(bytes), kind, counts, nodes, warnings: proposal.warnings },
    null,
    2,
  );
}

function jsonNode({ kind, number, heading, text, page, children, warnings }: ProposalNode): object {
  return { kind, number, heading, text, page: page ?? null, children: children.map(jsonNode), warnings };
}

const FIRST_WORDS = 70;

function asTree(file: string, { proposal, kind }: Proposed): string {
  const nodes = flatten(proposal.nodes);
  const lines = nodes.map((node) => {
    const title = [node.number, node.heading].filter((part) => part !== "").join(" ");
    const words = node.text.replace(/\s+/g, " ");
    const first = words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()} …` : words;
    const flags = node.warnings.length > 0 ? ` [${node.warnings.join(", ")}]` : "";
    return `${"  ".repeat(node.depth)}${[node.kind, title, first].filter((part) => part !== "").join(" · ")}${flags}`;
  });
  const counts = Object.entries(countKinds(nodes)).filter(([, count]) => count > 0);
  const total = counts.map(([name, count]) => `${count} ${name}`).join(", ");
  const warnings = proposal.warnings.length > 0 ? [`warnings: ${proposal.warnings.join(", ")}`] : [];
  return [`${basename(file)} (${kind})`, ...lines, "", total, ...warnings].join("\n");
}

if (process.argv[1]?.endsWith("import-cli.ts")) {
  process.exitCode = await runImport(
    process.argv.slice(2),
    (text) => console.log(text),
    (text) => console.error(text),
  );
}
