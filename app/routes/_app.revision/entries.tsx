import { type Column, DataTable } from "~/components/data-table";
import { auditSentence, objectName } from "~/words/audit-events";
import { audit as words } from "~/words/oversight";
import { dateAndTime } from "~/words/time";
import type { HashedEntry } from "../../../server/audit/rules";

const columns: readonly [Column<HashedEntry>, ...Column<HashedEntry>[]] = [
  { label: words.columns.event, cell: (entry) => <What entry={entry} /> },
  {
    label: words.columns.at,
    cell: ({ at }) => (
      <time className="audit-time" dateTime={at.toISOString()}>
        {dateAndTime(at)}
      </time>
    ),
    isNumeric: true,
  },
  {
    label: words.columns.object,
    cell: ({ objectKind, objectId }) => (
      <span title={objectId}>
        {objectName(objectKind)} <code className="soft">{objectId.slice(0, 8)}</code>
      </span>
    ),
  },
  { label: words.columns.seq, cell: ({ seq }) => seq, isNumeric: true },
  { label: words.columns.hash, cell: ({ hash }) => <code title={hash}>{hash.slice(0, 10)}</code> },
];

export function Entries({ entries }: { entries: readonly HashedEntry[] }) {
  return <DataTable caption={words.title} columns={columns} rows={entries} keyOf={({ seq }) => String(seq)} />;
}

/** Who did what, with the roles held at the time, and the ids and numbers behind it for whoever needs them. */
function What({ entry }: { entry: HashedEntry }) {
  const details = Object.entries(entry.data ?? {});
  return (
    <div className="audit-entry">
      <p>
        <strong>{entry.actorId ? entry.actorName : words.system}</strong> {auditSentence(entry.event)}
      </p>
      {details.length > 0 && (
        <details className="audit-details">
          <summary>{words.details}</summary>
          <dl>
            {entry.actorRoles && (
              <>
                <dt>{words.columns.roles}</dt>
                <dd>{entry.actorRoles}</dd>
              </>
            )}
            {details.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
