import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loads } from "~/answering";
import { type Column, DataTable } from "~/components/data-table";
import { Page, PageHeader } from "~/components/page";
import { StatusPill } from "~/components/status";
import { access } from "~/words/access";
import { adapterNames, caseSystem } from "~/words/case-system";
import { centers } from "~/words/centers";
import { kle } from "~/words/kle";
import { mailStanding } from "~/words/notices";
import { administration as words } from "~/words/oversight";
import { centerKinds, roleNames } from "~/words/people";
import { shell } from "~/words/shell";
import { wordTemplate } from "~/words/word-template";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer }) => ({
  people: await services.identity.people(viewer),
  centers: await services.identity.centers(viewer),
  mailServer: services.notices.mailServer(),
  caseSystem: (await services.exports.caseSystem(viewer, null)).chosen,
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
        <p>
          <Link to="centre">{centers.change}</Link>
        </p>
      </section>
      <section className="section">
        <h2>{wordTemplate.title}</h2>
        <p>
          <Link to="/administration/word-skabelon">{wordTemplate.change}</Link>
        </p>
      </section>
      <section className="section">
        <h2>{caseSystem.title}</h2>
        <p>
          {caseSystem.now(adapterNames[loaded.caseSystem])}. <Link to="sagssystem">{caseSystem.toPage}</Link>
        </p>
      </section>
      <section className="section">
        <h2>{kle.title}</h2>
        <p>
          <Link to="kle">{kle.change}</Link>
        </p>
      </section>
      <section className="section">
        <h2>{access.title}</h2>
        <p>
          <Link to="adgang">{access.change}</Link>
        </p>
      </section>
      <section className="section">
        <h2>{mailStanding.title}</h2>
        <p>{loaded.mailServer ? mailStanding.on(loaded.mailServer) : mailStanding.off}</p>
      </section>
    </Page>
  );
}
