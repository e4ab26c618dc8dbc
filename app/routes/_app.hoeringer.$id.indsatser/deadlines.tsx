import { DataTable } from "~/components/data-table";
import { initiatives as words } from "~/words/follow-ups";
import { day } from "~/words/time";
import type { InitiativeNow } from "../../../server/initiatives/shapes";

const { deadlines } = words;

/** What initiatives are to be done by, as it was written, in the order of the days that it means. */
export function Deadlines({ initiatives }: { initiatives: readonly InitiativeNow[] }) {
  const rows = initiatives.filter(({ deadline, endedOn }) => deadline !== "" && endedOn === null).sort(byDay);
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="deadlines">
      <h2 id="deadlines">{deadlines.title}</h2>
      <p className="soft small">{deadlines.lead}</p>
      <DataTable
        caption={deadlines.title}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { label: deadlines.written, cell: ({ deadline }) => deadline },
          { label: deadlines.initiative, cell: ({ id, title }) => <a href={`#i-${id}`}>{title}</a> },
          { label: deadlines.center, cell: ({ center }) => center },
          { label: deadlines.sortsBy, cell: ({ deadlineDay }) => (deadlineDay ? day(deadlineDay) : deadlines.unknown) },
        ]}
      />
    </section>
  );
}

/** What says no day sorts last. */
function byDay(one: InitiativeNow, other: InitiativeNow): number {
  const [a, b] = [one.deadlineDay ?? "9", other.deadlineDay ?? "9"];
  return a < b ? -1 : a > b ? 1 : one.title.localeCompare(other.title, "da-DK");
}
