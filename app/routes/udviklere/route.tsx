import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Wordmark } from "~/components/app-shell";
import { type Column, DataTable } from "~/components/data-table";
import { Page, PageHeader } from "~/components/page";
import { access, developers as words } from "~/words/access";
import { shell } from "~/words/shell";
import type { ApiDescription } from "../../../server/api/shapes";
import "./developers.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

/** For everybody: whoever builds the other system has no sign-in here. */
export const loader = ({ context }: LoaderFunctionArgs) => context.services.api.description();

type Described = ApiDescription["routes"][number];
type Problem = ApiDescription["problems"][number];

const routes: readonly [Column<Described>, ...Column<Described>[]] = [
  {
    label: words.columns.route,
    cell: ({ method, path, summary }) => (
      <div>
        <code className="route">
          {method} {path}
        </code>
        <div className="soft small">{summary}</div>
      </div>
    ),
  },
  { label: words.columns.scope, cell: ({ scope }) => scope && <code>{scope}</code> },
  { label: words.columns.parameters, cell: ({ parameters }) => <Parameters of={parameters} /> },
];

const problems: readonly [Column<Problem>, ...Column<Problem>[]] = [
  { label: words.problemColumns.code, cell: ({ code }) => <code id={code}>{code}</code> },
  { label: words.problemColumns.status, cell: ({ status }) => status, isNumeric: true },
  { label: words.problemColumns.title, cell: ({ title }) => title },
];

function Parameters({ of }: { of: Described["parameters"] }) {
  if (of.length === 0) return <span className="soft">–</span>;
  return (
    <ul className="plain-list">
      {of.map(({ name, description }) => (
        <li key={name}>
          <code>{name}</code> {description && <span className="soft small">{description}</span>}
        </li>
      ))}
    </ul>
  );
}

export default function Developers() {
  const api = useLoaderData<typeof loader>();
  const [first, ...more] = words.beginText;
  return (
    <main id="indhold" className="developers">
      <Page>
        <Wordmark />
        <PageHeader title={words.title} lead={words.lead} meta={<a href="/api/v1/openapi.json">{words.document}</a>} />
        <section className="section stack">
          <h2>{words.begin}</h2>
          <p>{first}</p>
          <pre>
            <code>{`curl -H "Authorization: Bearer $TOKEN" https://…/api/v1/responses`}</code>
          </pre>
          <Paragraphs of={[...more, access.lead, words.limit(api.perMinute)]} />
        </section>
        <section className="section">
          <h2>{words.routes}</h2>
          <DataTable
            caption={words.routes}
            columns={routes}
            rows={api.routes}
            keyOf={({ method, path }) => method + path}
          />
        </section>
        <section className="section stack">
          <h2>{words.follow}</h2>
          <Paragraphs of={words.followText} />
        </section>
        <section className="section stack">
          <h2>{words.webhooks}</h2>
          <Paragraphs of={words.webhooksText} />
        </section>
        <section className="section stack">
          <h2>{words.problems}</h2>
          <p>{words.problemsText}</p>
          <DataTable caption={words.problems} columns={problems} rows={api.problems} keyOf={({ code }) => code} />
        </section>
      </Page>
    </main>
  );
}

function Paragraphs({ of }: { of: readonly string[] }) {
  return of.map((text) => <p key={text}>{text}</p>);
}
