import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { topLevelOf } from "~/components/reading-groups";
import { allBlocks, type Block, type Table } from "~/document-model/document";
import { noteNumbers } from "~/document-model/notes";
import { history as words } from "~/words/history";
import { reading } from "~/words/reading";
import { dateAndTime } from "~/words/time";
import type { Hand, HistoryPage, HistoryView } from "../../../server/history/shapes";
import { HandText } from "./hand-text";
import { Margin } from "./margin";
import "./written.css";

type Page = Extract<HistoryPage, { isReady: true }>;
type View = Extract<HistoryView, { kind: "text" }>;
type Given = {
  handsOf: ReadonlyMap<Block, readonly Hand[]>;
  numbers: ReadonlyMap<string, number>;
  topLevel: number;
  /** Where a paragraph is restored to this moment; null for who may not, and for the text as it is now. */
  restoreAt: ((id: string) => string) | null;
};

/** The text of a moment, each paragraph beside who wrote it. */
export function WrittenText({ page, view }: { page: Page; view: View }) {
  const { document, hands, moment } = view;
  const isNow = moment.seq === page.headSeq;
  const base = `/svar/${page.responseId}/historik?t=${moment.seq}`;
  const handsOf = useMemo(
    () => new Map([...allBlocks(document)].map((block, at) => [block, hands[at] ?? []] as const)),
    [document, hands],
  );
  const given: Given = {
    handsOf,
    numbers: noteNumbers(document),
    topLevel: topLevelOf(document.blocks),
    restoreAt: page.can.write && !isNow ? (id) => `${base}&gendan=${id}` : null,
  };
  return (
    <section aria-labelledby="written">
      <div className="history-head">
        <h2 id="written">{isNow ? words.written.now : words.written.title(dateAndTime(moment.at))}</h2>
        {given.restoreAt && (
          <Link className="button" data-size="small" to={`${base}&gendan=alt`}>
            {words.restore.opener}
          </Link>
        )}
      </div>
      {document.blocks.length === 0 && <p className="soft">{words.written.empty}</p>}
      <div className="written" lang="da">
        {document.blocks.map((item) =>
          item.type === "block" ? (
            <Passage key={item.id} block={item} given={given} />
          ) : (
            <TablePassage key={item.id} table={item} given={given} />
          ),
        )}
      </div>
    </section>
  );
}

function Passage({ block, given }: { block: Block; given: Given }) {
  const hands = given.handsOf.get(block) ?? [];
  return (
    <div className="written-passage" id={`b-${block.id}`} data-kind={block.kind} data-level={block.level}>
      <Words block={block} hands={hands} given={given} />
      <Margin hands={hands} />
      <RestoreOne id={block.id} given={given} text={textIn(block)} />
    </div>
  );
}

function Words({ block, hands, given }: { block: Block; hands: readonly Hand[]; given: Given }) {
  const number = given.numbers.get(block.id);
  const text = (
    <>
      {number !== undefined && <NoteNumber number={number} />}
      <HandText block={block} hands={hands} numbers={given.numbers} />
    </>
  );
  if (block.kind === "quote") return <blockquote>{text}</blockquote>;
  if (block.kind !== "heading") return <p>{text}</p>;
  const depth = block.level - given.topLevel;
  if (depth <= 0) return <h3>{text}</h3>;
  return depth === 1 ? <h4>{text}</h4> : <h5>{text}</h5>;
}

/** Before the words of a footnote, the number that stands at the words it belongs to. */
function NoteNumber({ number }: { number: number }) {
  return (
    <span className="written-note">
      <span className="visually-hidden">{reading.note(number)}: </span>
      <span aria-hidden="true">{number}. </span>
    </span>
  );
}

function TablePassage({ table, given }: { table: Table; given: Given }) {
  const blocks = table.rows.flat().flatMap((cell) => cell.blocks);
  return (
    <div className="written-passage" id={`b-${table.id}`} data-kind="table">
      <div className="table-frame">
        <table className="table">
          <tbody>
            {table.rows.map((row) => (
              <tr key={row[0]?.blocks[0]?.id}>
                {row.map(({ header, colspan, rowspan, blocks: inside }) => {
                  const Cell = header ? "th" : "td";
                  return (
                    <Cell key={inside[0]?.id} colSpan={colspan} rowSpan={rowspan}>
                      {inside.map((block) => (
                        <Words
                          key={block.id}
                          block={{ ...block, kind: "paragraph" }}
                          hands={given.handsOf.get(block) ?? []}
                          given={given}
                        />
                      ))}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Margin hands={blocks.flatMap((block) => given.handsOf.get(block) ?? [])} />
      <RestoreOne id={table.id} given={given} text={blocks[0] ? textIn(blocks[0]) : ""} />
    </div>
  );
}

function RestoreOne({ id, given: { restoreAt }, text }: { id: string; given: Given; text: string }) {
  // An empty line is nothing that anybody would want back alone.
  if (!restoreAt || text === words.compared.emptyPassage) return null;
  return (
    <Link className="written-restore" to={restoreAt(id)} aria-label={words.written.restoreAs(text)}>
      {words.written.restore}
    </Link>
  );
}

function textIn({ content }: Block): string {
  const text = content.map((inline) => ("text" in inline ? inline.text : " ")).join("");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text || words.compared.emptyPassage;
}
