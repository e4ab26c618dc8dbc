import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads } from "~/answering";
import { type Column, DataTable } from "~/components/data-table";
import { Notice, Page, PageHeader } from "~/components/page";
import { centers as words } from "~/words/centers";
import { administration } from "~/words/oversight";
import { centerKinds } from "~/words/people";
import { shell } from "~/words/shell";
import { type Center, Chosen, Create } from "./forms";
import "./centers.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

/** `center` in the address: the one that is looked at. */
export const loader = loads(async ({ services, viewer, url }) => {
  const centers = await services.identity.centersPage(viewer);
  const asked = url.searchParams.get("center");
  return { centers, chosen: centers.find(({ id }) => id === asked) ?? null };
});

export const action = acts(async ({ services: { identity }, viewer, form }) => {
  const command = field(form, "command");
  if (command === "create") await identity.createCenter(viewer, form);
  else if (command === "rename") await identity.renameCenter(viewer, form);
  else if (command === "reopen") await identity.reopenCenter(viewer, form);
  else await identity.closeCenter(viewer, form);
  return { done: command };
});

const columns: readonly [Column<Center>, ...Column<Center>[]] = [
  {
    label: words.columns.name,
    cell: ({ name, shortName }) => (
      <div>
        <strong>{name}</strong>
        {shortName !== name && <div className="soft small">{shortName}</div>}
      </div>
    ),
  },
  { label: words.columns.kind, cell: ({ kind }) => centerKinds[kind] },
  { label: words.columns.members, cell: ({ members }) => words.members(members) },
  { label: words.columns.state, cell: (center) => stateOf(center) },
  {
    label: words.columns.change,
    cell: ({ id, name, state }) =>
      state === "closed" ? (
        "–"
      ) : (
        <Link to={`?center=${id}#valgt`} aria-label={words.editOf(name)}>
          {words.edit}
        </Link>
      ),
  },
];

function stateOf({ state, closedOn, successor }: Center): string {
  if (state === "open" || closedOn === null) return words.open;
  return state === "closing"
    ? words.closing(closedOn, successor?.name ?? "")
    : words.closed(closedOn, successor?.name ?? "");
}

const DONE: Readonly<Record<string, string>> = {
  create: words.create.done,
  rename: words.rename.done,
  close: words.close.done,
  reopen: words.reopen.done,
};

export default function Centers() {
  const { centers, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer && "done" in answer ? DONE[answer.done] : undefined;
  return (
    <Page>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ to: "/administration", text: administration.title }]}
      />
      <div role="status" className={done ? "section" : undefined}>
        {done && <Notice tone="good">{done}</Notice>}
      </div>
      <section className="section">
        <h2>{words.list}</h2>
        <DataTable caption={words.list} columns={columns} rows={centers} keyOf={({ id }) => id} />
      </section>
      {chosen && chosen.state !== "closed" && (
        <Chosen
          key={`${chosen.id}${chosen.name}${chosen.closedOn}`}
          center={chosen}
          centers={centers}
          answer={answer}
        />
      )}
      {/* What was made stands in the list; the form is empty again. */}
      <Create key={centers.length} answer={answer} />
    </Page>
  );
}
