import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loads } from "~/answering";
import { type Column, DataTable } from "~/components/data-table";
import { Page, PageHeader } from "~/components/page";
import { StatusPill } from "~/components/status";
import { centerKinds, roleNames } from "~/words/names";
import { administration as words } from "~/words/oversight";
import { shell } from "~/words/shell";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer }) => ({
  people: await services.identity.people(viewer),
  centers: await services.identity.centers(viewer),
}));

type Loaded = Awaited<ReturnType<typeof loader>>;
type Person = Loaded["people"][number];
type Center = Loaded["centers"][number];

const people: readonly [Column<Person>, ...Column<Person>[]] = [
  {
    label: words.columns.name,
    cell: ({ name, title }) => (
      <div>
        <strong>{name}</strong>
        <div className="soft small">{title}</div>
      </div>
    ),
  },
  { label: words.columns.email, cell: ({ email }) => email },
  { label: words.columns.roles, cell: (person) => <Roles roles={person.roles} /> },
  {
    label: words.columns.state,
    cell: ({ isActive }) => (
      <StatusPill tone={isActive ? "good" : "plain"}>{isActive ? words.active : words.inactive}</StatusPill>
    ),
  },
];

const centerColumns: readonly [Column<Center>, ...Column<Center>[]] = [
  { label: words.columns.name, cell: ({ name }) => name },
  { label: words.columns.shortName, cell: ({ shortName }) => shortName },
  { label: words.columns.kind, cell: ({ kind }) => centerKinds[kind] },
];

function Roles({ roles }: Pick<Person, "roles">) {
  if (roles.length === 0) return <span className="soft">{words.noRoles}</span>;
  return (
    <ul className="plain-list">
      {roles.map(({ role, center }) => (
        <li key={`${role}${center ?? ""}`}>{words.role(roleNames[role], center)}</li>
      ))}
    </ul>
  );
}

export default function Administration() {
  const loaded = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={words.title} />
      <section className="section">
        <h2>{words.people}</h2>
        <DataTable caption={words.people} columns={people} rows={loaded.people} keyOf={({ id }) => id} />
      </section>
      <section className="section">
        <h2>{words.centers}</h2>
        <DataTable caption={words.centers} columns={centerColumns} rows={loaded.centers} keyOf={({ id }) => id} />
      </section>
    </Page>
  );
}
