import { useSearchParams } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { allBlocks, type Block, type Link, type ResponseDocument, type Table } from "~/document-model/document";
import { noteNumbers } from "~/document-model/notes";
import { reading as readingWords } from "~/words/reading";
import { review as words } from "~/words/review";
import type { ClauseRow } from "../../server/agreements/shapes";
import { ALL, useDrawn } from "./all";
import { ClauseNotes, type NamedClauses } from "./clause-notes";
import { ChangedText, Gone, NO_CHANGES, type ReadingChanges } from "./reading-changes";
import { type Group, grouped, idsOf, linksOf, topLevelOf } from "./reading-groups";
import { BlockText } from "./reading-text";
import "./reading-view.css";

type Given = {
  /** Whether clauses' words are in their folds. */
  hasWords: boolean;
  links: Record<string, Link[]>;
  named: NamedClauses;
  topLevel: number;
  numbers: ReadonlyMap<string, number>;
  beside?: Beside | undefined;
  changes: ReadingChanges;
  under: Under;
};
/** By a paragraph's id, the heading it stands under where that is no part of what is read. */
type Under = Readonly<Record<string, string>>;
/** What stands beside a paragraph, under its clauses. */
type Beside = (block: Block) => ReactNode;
type Props = {
  document: ResponseDocument;
  clauses: readonly ClauseRow[];
  earlier: readonly ClauseRow[];
  beside?: Beside;
  changes?: ReadingChanges;
  under?: Under;
};

const NOTHING: Under = {};

/**
 * A frozen text as it will be read, each paragraph beside the clauses that it comments on. The text comes whole; a clause that
 * ten paragraphs comment on comes once, and the script puts its words into the folds. [Q28]
 */
export function ReadingView({ document, clauses, earlier, beside, changes = NO_CHANGES, under = NOTHING }: Props) {
  const [search] = useSearchParams();
  const named = { clauses: byId(clauses), earlier: byId(earlier) };
  const given: Given = {
    hasWords: useDrawn(search.has(ALL)),
    links: document.links,
    named,
    topLevel: topLevelOf(document.blocks),
    numbers: noteNumbers(document),
    beside,
    changes,
    under,
  };
  if (document.blocks.length === 0) return <p className="soft">{words.empty}</p>;
  return (
    <div className="reading">
      <Gone changes={changes.gone.get(null)} />
      {grouped(document.blocks, given.numbers, new Set(Object.keys(under))).map((group) => (
        <Fragment key={group.id}>
          <HeadingOver group={group} under={under} />
          <Passage group={group} given={given} />
          {group.kind !== "list" && idsOf(group).map((id) => <Gone key={id} changes={changes.gone.get(id)} />)}
        </Fragment>
      ))}
      <Notes blocks={[...allBlocks(document)].filter(({ id }) => given.numbers.has(id))} given={given} />
    </div>
  );
}

function byId(clauses: readonly ClauseRow[]): ReadonlyMap<string, ClauseRow> {
  return new Map(clauses.map((clause) => [clause.id, clause]));
}

/** Where a part of a text is read alone, this says where it stands. */
function HeadingOver({ group, under }: { group: Group; under: Under }) {
  const heading = idsOf(group).flatMap((id) => under[id] ?? [])[0];
  return heading ? <p className="reading-under">{readingWords.under(heading)}</p> : null;
}

function Passage({ group, given }: { group: Group; given: Given }) {
  if (group.kind === "list") return <List group={group} given={given} />;
  const blocks = group.kind === "table" ? group.table.rows.flat().flatMap((cell) => cell.blocks) : [group.block];
  return (
    <div className="passage" data-changed={isChanged(blocks, given)}>
      {group.kind === "table" ? (
        <TableText table={group.table} numbers={given.numbers} changes={given.changes} />
      ) : (
        <BlockLine
          block={group.block}
          topLevel={given.topLevel}
          numbers={given.numbers}
          changes={given.changes}
          source={sourceOf(group.block, given.named)}
        />
      )}
      <Side blocks={blocks} given={given} />
    </div>
  );
}

function isChanged(blocks: readonly Block[], { changes }: Given): "" | undefined {
  return blocks.some(({ id }) => changes.at.has(id)) ? "" : undefined;
}

function Side({ blocks, given }: { blocks: readonly Block[]; given: Given }) {
  const notes = <ClauseNotes links={linksOf(blocks, given.links)} hasWords={given.hasWords} {...given.named} />;
  if (!given.beside) return notes;
  return (
    <div className="passage-side">
      {notes}
      {blocks.map((block) => (
        <Fragment key={block.id}>{given.beside?.(block)}</Fragment>
      ))}
    </div>
  );
}

function List({ group, given }: { group: Extract<Group, { kind: "list" }>; given: Given }) {
  const Kind = group.isOrdered ? "ol" : "ul";
  return (
    <Kind className="reading-list">
      {group.items.map((block) => (
        <li
          key={block.id}
          id={`b-${block.id}`}
          className="passage"
          data-level={block.level}
          data-changed={isChanged([block], given)}
        >
          <p>
            <ChangedText block={block} numbers={given.numbers} change={given.changes.at.get(block.id)} />
          </p>
          <Side blocks={[block]} given={given} />
          <Gone changes={given.changes.gone.get(block.id)} />
        </li>
      ))}
    </Kind>
  );
}

/** In the order of their numbers, below the text. */
function Notes({ blocks, given }: { blocks: readonly Block[]; given: Given }) {
  if (blocks.length === 0) return null;
  const place = ({ id }: Block) => given.numbers.get(id) ?? 0;
  return (
    <section className="reading-notes" aria-label={readingWords.notes}>
      <ol>
        {[...blocks]
          .sort((one, other) => place(one) - place(other))
          .map((block) => (
            <li key={block.id} id={`b-${block.id}`} className="passage">
              <p>
                <BlockText block={block} />
              </p>
              <ClauseNotes links={given.links[block.id] ?? []} hasWords={given.hasWords} {...given.named} />
            </li>
          ))}
      </ol>
    </section>
  );
}

/** What a quote quotes: "Pkt. 3.2 Udskrivning". */
function sourceOf({ of }: Block, { clauses, earlier }: NamedClauses): string {
  const clause = of ? (clauses.get(of) ?? earlier.get(of)) : undefined;
  return clause ? [clause.number, clause.heading].filter(Boolean).join(" ") : "";
}

type LineProps = {
  block: Block;
  topLevel?: number;
  numbers: ReadonlyMap<string, number>;
  changes: ReadingChanges;
  source?: string;
};

function BlockLine({ block, topLevel = 1, numbers, changes, source = "" }: LineProps) {
  const id = `b-${block.id}`;
  const text = <ChangedText block={block} numbers={numbers} change={changes.at.get(block.id)} />;
  if (block.kind === "quote")
    return (
      <blockquote id={id}>
        {text}
        {source && <cite className="reading-source">{source}</cite>}
      </blockquote>
    );
  // No words belong to it: it stands where it stands.
  if (block.kind === "footnote")
    return (
      <p id={id}>
        <em>{readingWords.loneNote}</em> {text}
      </p>
    );
  if (block.kind !== "heading") return <p id={id}>{text}</p>;
  // The page's own h1 and h2 stand above, so the highest level that the text uses is h3.
  const depth = block.level - topLevel;
  if (depth <= 0) return <h3 id={id}>{text}</h3>;
  return depth === 1 ? <h4 id={id}>{text}</h4> : <h5 id={id}>{text}</h5>;
}

type TableProps = { table: Table; numbers: ReadonlyMap<string, number>; changes: ReadingChanges };

function TableText({ table, numbers, changes }: TableProps) {
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
                    {blocks.map((block) =>
                      numbers.has(block.id) ? null : (
                        <BlockLine key={block.id} block={block} numbers={numbers} changes={changes} />
                      ),
                    )}
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
