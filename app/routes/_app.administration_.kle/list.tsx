import { type Column, DataTable } from "~/components/data-table";
import { kle as words } from "~/words/kle";
import { dateAndTime, day } from "~/words/time";
import type { KleKind, KleListPage, KleNumber } from "../../../server/kle/shapes";

const columns: readonly [Column<KleNumber>, ...Column<KleNumber>[]] = [
  { label: words.columns.number, cell: ({ number }) => number },
  { label: words.columns.title, cell: ({ title }) => title },
  { label: words.columns.ends, cell: ({ validTo }) => validTo && day(validTo) },
  {
    label: words.columns.successor,
    cell: ({ successor }) =>
      successor ? `${successor.number} ${successor.title}` : <span className="soft">{words.noSuccessor}</span>,
  },
];

/** What is in use, and where it came from. */
export function List({ kind, list }: { kind: KleKind; list: KleListPage | null }) {
  return (
    <section className="section" aria-labelledby={kind}>
      <h2 id={kind}>{words[kind]}</h2>
      {list ? <InUse kind={kind} list={list} /> : <p>{words.none[kind]}</p>}
    </section>
  );
}

function InUse({ kind, list: { count, edition, fileName, importedBy, importedAt, ending } }: InUseProps) {
  return (
    <>
      <p>
        <strong>{words.counts[kind](count)}</strong>, {words.edition(edition)}
      </p>
      <p className="soft small">{words.brought(fileName, importedBy, dateAndTime(importedAt))}</p>
      {ending.length > 0 && (
        <details className="unfold">
          <summary>{words.ending(ending.length)}</summary>
          <DataTable
            caption={words.ending(ending.length)}
            columns={columns}
            rows={ending}
            keyOf={({ number }) => number}
          />
        </details>
      )}
    </>
  );
}

type InUseProps = { kind: KleKind; list: KleListPage };
