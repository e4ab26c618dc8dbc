import type { Block, Link, ResponseDocument, Table } from "~/document-model/document";
import { review as words } from "~/words/review";
import type { ClauseRow } from "../../server/agreements/shapes";
import { ClauseNotes } from "./clause-notes";
import { type Group, grouped, linksOf, topLevelOf } from "./reading-groups";
import { BlockText } from "./reading-text";
import "./reading-view.css";

type Given = { links: Record<string, Link[]>; clauses: ReadonlyMap<string, ClauseRow>; topLevel: number };

/** A frozen text as it will be read, each paragraph beside the clauses that it comments on. */
export function ReadingView({ document, clauses }: { document: ResponseDocument; clauses: readonly ClauseRow[] }) {
  const byId = new Map<string, ClauseRow>(clauses.map((clause) => [clause.id, clause]));
  const given: Given = { links: document.links, clauses: byId, topLevel: topLevelOf(document.blocks) };
  if (document.blocks.length === 0) return <p className="soft">{words.empty}</p>;
  return (
    <div className="reading">
      {grouped(document.blocks).map((group) => (
        <Passage key={group.id} group={group} given={given} />
      ))}
    </div>
  );
}

function Passage({ group, given }: { group: Group; given: Given }) {
  if (group.kind === "list") return <List group={group} given={given} />;
  const blocks = group.kind === "table" ? group.table.rows.flat().flatMap((cell) => cell.blocks) : [group.block];
  return (
    <div className="passage">
      {group.kind === "table" ? (
        <TableText table={group.table} />
      ) : (
        <BlockLine block={group.block} topLevel={given.topLevel} />
      )}
      <ClauseNotes links={linksOf(blocks, given.links)} clauses={given.clauses} />
    </div>
  );
}

function List({ group, given }: { group: Extract<Group, { kind: "list" }>; given: Given }) {
  const Kind = group.isOrdered ? "ol" : "ul";
  return (
    <Kind className="reading-list">
      {group.items.map((block) => (
        <li key={block.id} id={`b-${block.id}`} className="passage" data-level={block.level}>
          <p>
            <BlockText block={block} />
          </p>
          <ClauseNotes links={given.links[block.id] ?? []} clauses={given.clauses} />
        </li>
      ))}
    </Kind>
  );
}

function BlockLine({ block, topLevel = 1 }: { block: Block; topLevel?: number }) {
  const id = `b-${block.id}`;
  const text = <BlockText block={block} />;
  if (block.kind === "quote") return <blockquote id={id}>{text}</blockquote>;
  if (block.kind !== "heading") return <p id={id}>{text}</p>;
  // The page's own h1 and h2 stand above, so the highest level that the text uses is h3.
  const depth = block.level - topLevel;
  if (depth <= 0) return <h3 id={id}>{text}</h3>;
  return depth === 1 ? <h4 id={id}>{text}</h4> : <h5 id={id}>{text}</h5>;
}

function TableText({ table }: { table: Table }) {
  return (
    <div className="table-frame">
      <table className="table">
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]?.blocks[0]?.id}>
              {row.map(({ header, colspan, rowspan, blocks }) => {
                const Cell = header ? "th" : "td";
                return (
                  <Cell key={blocks[0]?.id} colSpan={colspan} rowSpan={rowspan}>
                    {blocks.map((block) => (
                      <BlockLine key={block.id} block={block} />
                    ))}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
