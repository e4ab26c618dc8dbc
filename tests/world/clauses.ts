import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ClauseId } from "../../db/ids";
import type { Clause } from "../../server/carry-over/shapes";

/**
 * A version's clauses from lines "kind|number|heading|text", two spaces deeper for what stands below; "⏎" is a line break.
 * Ids are the side and the way people would say it: "old 3.2", "old 3.5 a", "old goal 1", else the place: "old #36".
 */
export function clausesIn(side: string, lines: string): Clause[] {
  const above: { id: ClauseId; name: string; kind: string }[] = [];
  return lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, position) => {
      const [kind = "", number = "", heading = "", text = ""] = line.trim().split("|");
      const depth = line.search(/\S/) / 2;
      const parent = above[depth - 1];
      const name = nameOf(kind, number, position, parent);
      const id = `${side} ${name}` as ClauseId;
      above[depth] = { id, name, kind };
      const words = { number, heading, text: text.replaceAll("⏎", "\n") };
      return { id, parentId: parent?.id ?? null, kind: kind as Clause["kind"], ...words, position };
    });
}

function nameOf(kind: string, number: string, position: number, parent?: { name: string; kind: string }): string {
  if (number === "") return `#${position}`;
  if (kind === "goal") return `goal ${number}`;
  return parent && parent.kind !== "section" ? `${parent.name} ${number}` : number;
}

export function clausesInFile(side: string, name: string): Clause[] {
  const path = fileURLToPath(new URL(`../fixtures/carry-over/${name}`, import.meta.url));
  return clausesIn(side, readFileSync(path, "utf8"));
}
