import { getSchema } from "@tiptap/core";
import { DOMParser as Reader } from "@tiptap/pm/model";
import { blocksOf } from "../../app/document-model/incoming/content";
import type { IncomingInline, IncomingPart } from "../../app/document-model/incoming/shapes";
import { fromClipboard } from "../../app/editor/paste/from-clipboard";
import { readGoogleNotes, withGoogleNotes } from "../../app/editor/paste/google-notes";
import { readText } from "../../app/editor/paste/plain-text";
import { readHtml } from "../../app/editor/paste/read-html";
import { writeHtml } from "../../app/editor/paste/write-html";
import { schemaExtensions } from "../../app/editor/schema/extensions";

/** The reading of the clipboard in a browser of its own, without an editor: HTML in, plain lines out. */
const schema = getSchema(schemaExtensions());

type Told = { lines: string[]; left: string[] };

function read(html: string): Told {
  const { parts, left } = readHtml(new DOMParser().parseFromString(html, "text/html"));
  return {
    lines: linesOf(parts),
    left: left.map(({ kind, text, by, quote }) => [kind, by, quote, text].filter(Boolean).join(": ")),
  };
}

/** "# Heading", "- item", "1. item" (by depth), "> quote", "^1 note", "|a|b|"; **bold**, _italic_, [words](link), words{1}. */
function linesOf(parts: readonly IncomingPart[]): string[] {
  const notes = [...blocksOf(parts)].filter(({ kind }) => kind === "footnote").map(({ id }) => id ?? "");
  const words = (content: readonly IncomingInline[]) => content.map((inline) => wordsOf(inline, notes)).join("");
  const line = (part: IncomingPart): string => {
    if (part.type === "table")
      return part.rows
        .map((row) =>
          row
            .map(({ header, colspan, rowspan, blocks }) => {
              const spans = `${colspan > 1 ? `→${colspan}` : ""}${rowspan > 1 ? `↓${rowspan}` : ""}`;
              return `${header ? "*" : ""}${spans}${blocks.map(line).join(" / ")}`;
            })
            .join(" | "),
        )
        .join(" || ");
    const { kind, level, content, id } = part;
    const sign = { paragraph: "", heading: "#".repeat(level), bullet: "-", ordered: "1.", quote: ">", footnote: "^" }[
      kind
    ];
    const deep = kind === "bullet" || kind === "ordered" ? "  ".repeat(level) : "";
    const number = kind === "footnote" ? notes.indexOf(id ?? "") + 1 : "";
    return `${deep}${sign}${number}${sign ? " " : ""}${words(content)}`;
  };
  return parts.map(line);
}

function wordsOf(inline: IncomingInline, notes: readonly string[]): string {
  if ("break" in inline) return "⏎";
  let text = inline.text;
  if (inline.bold) text = `**${text}**`;
  if (inline.italic) text = `_${text}_`;
  if (inline.href) text = `[${text}](${inline.href})`;
  return text + (inline.notes ?? []).map((id) => `{${notes.indexOf(id) + 1}}`).join("");
}

/** What the schema makes of it; throws when that is not one of its documents. */
function checked(html: string): string {
  const { html: flat, refused } = fromClipboard(html);
  if (refused) return refused;
  const page = new DOMParser().parseFromString(flat, "text/html");
  const { content } = Reader.fromSchema(schema).parseSlice(page.body, { preserveWhitespace: true });
  for (const node of content.content) {
    if (node.type.name !== "block" && node.type.name !== "table") continue;
    node.check();
  }
  if (/<(?!\/?(?:p|br|strong|em|a|span|table|tbody|tr|td|th)[ >])/.test(flat)) throw new Error(`Not ours: ${flat}`);
  return flat;
}

/** A seeded monkey at the keys of a hex editor: cuts, doubles, swaps and sprinkles signs that HTML lives of. */
function mutated(html: string, seed: number): string {
  let state = seed * 2654435761 + 1;
  const random = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state % Math.max(1, below);
  };
  const sprinkled = ["<", ">", '"', "'", "</p>", "<table>", "<td>", "<li>", "<ul>", "<!--", "-->", "]]>", "&#0;", "\u0000",
    "<svg><style>", "<math><mtext>", "<template>", "mso-list:l0 level9 lfo1;", "<p data-kind='heading' data-level='99'>",
    '<a href="#_ftn1" name="_ftn1">', "colspan=99999 ", "\ud800", "<img src=x onerror=alert(1)>"]; // biome-ignore format: a list
  let text = html;
  for (let times = 1 + random(12); times > 0; times -= 1) {
    const at = random(text.length);
    const length = random(random(4) === 0 ? 2000 : 40);
    const kind = random(4);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + length);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length);
    else if (kind === 2) text = text.slice(0, at) + (sprinkled[random(sprinkled.length)] ?? "") + text.slice(at);
    else text = text.slice(at) + text.slice(0, at);
  }
  return text;
}

function fuzzed(html: string, seeds: number, from = 0): void {
  for (let seed = from; seed < from + seeds; seed += 1) {
    const text = mutated(html, seed);
    try {
      checked(text);
    } catch (error) {
      throw new Error(`Seed ${seed}: ${error instanceof Error ? error.stack : error}\n${text.slice(0, 2000)}`);
    }
  }
}

Object.assign(window, {
  read,
  checked,
  fuzzed,
  readPlain: (text: string, isAsItIs: boolean) => linesOf(readText(text, isAsItIs)),
  google: (html: string, wrapped: string) => {
    const { parts } = readHtml(new DOMParser().parseFromString(html, "text/html"));
    const notes = readGoogleNotes(wrapped);
    return linesOf(notes ? withGoogleNotes(parts, notes) : parts);
  },
  flat: (html: string) => writeHtml(readHtml(new DOMParser().parseFromString(html, "text/html")).parts),
});
