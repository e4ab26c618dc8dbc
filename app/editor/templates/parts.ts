import type { ResponsePage } from "../../../server/responses/shapes";
import type { BlockKind, Target } from "../../document-model/document";
import { isTarget } from "../../document-model/proposal";
import { templates as words } from "../../words/templates";

export type TemplateId = keyof typeof words.names;
export const TEMPLATES = Object.keys(words.names) as readonly TemplateId[];

export type Line = { kind: BlockKind; text: string; targets: readonly Target[] };
/** Lines below a heading; one that stands in the text already is written under, not again. "" is the text's end. */
export type Part = { heading: string; lines: readonly Line[] };

export type Ground = {
  /** In whose name: the chosen center's; null where the writer has none. */
  from: string | null;
  sourceTitle: string;
  clauses: ResponsePage["clauses"];
  /** The clauses given to the writer's centers. */
  mine: ReadonlySet<string>;
};

type Clause = Ground["clauses"][number];

/** What a template puts into the text; nothing where there is nothing to put. */
export function partsOf(id: TemplateId, ground: Ground): Part[] {
  const { from, sourceTitle } = ground;
  switch (id) {
    case "general": {
      const thanks = words.general.thanks(from ?? words.we, sourceTitle);
      return [{ heading: words.general.heading, lines: [line(thanks), line(words.general.overall)] }];
    }
    case "attention":
      return [{ heading: words.attention.heading, lines: [line(words.attention.intro), line("", "bullet")] }];
    case "pointByPoint":
      return pointByPoint(ground);
    case "signature":
      return from ? [{ heading: "", lines: [line(words.signature(from))] }] : [];
  }
}

function line(text: string, kind: BlockKind = "paragraph", targets: readonly Target[] = []): Line {
  return { kind, text, targets };
}

/** A heading for each section that holds something of one's own, and below it a line for each such clause, linked to it. */
function pointByPoint({ clauses, mine }: Ground): Part[] {
  const sections = new Map<string, { heading: string; lines: Line[] }>();
  for (const clause of clauses) {
    if (!mine.has(clause.id) || !isTarget(clause)) continue;
    const section = sectionOf(clause, clauses);
    const part = sections.get(section.id) ?? { heading: words.about(titleOf(section)), lines: [] };
    part.lines.push(line("", "paragraph", [{ kind: "clause", id: clause.id }]));
    sections.set(section.id, part);
  }
  return [...sections.values()];
}

/** The nearest section above it that has a name; else itself. */
function sectionOf(clause: Clause, clauses: Ground["clauses"]): Clause {
  for (let at: Clause | undefined = clause; at; ) {
    const parentId: string | null = at.parentId;
    at = parentId === null ? undefined : clauses.find(({ id }) => id === parentId);
    if (at?.kind === "section" && at.heading) return at;
  }
  return clause;
}

const LONGEST = 60;

function titleOf({ number, heading, text }: Clause): string {
  const title = (heading || number || text).replace(/\s+/g, " ").trim();
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
}
