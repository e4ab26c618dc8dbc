import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { Field } from "~/components/field";
import { Once } from "~/components/once";
import { StatusPill } from "~/components/status";
import { access as words } from "~/words/access";
import { dateAndTime } from "~/words/time";
import type { AccessPage, Scope, ShownToken } from "../../../server/api/shapes";
import { type Answer, doneIn } from "./done";
import { Sure } from "./sure";
import { Ticks } from "./ticks";

type Props = Pick<AccessPage, "tokens" | "days"> & { answer: Answer };

export function Tokens({ tokens, days, answer }: Props) {
  const done = doneIn(answer);
  const inUse = tokens.filter(({ state }) => state === "active");
  const past = tokens.filter(({ state }) => state !== "active");
  const made = done?.done === "make-token" ? done.once : null;
  return (
    <section className="section stack" aria-labelledby="tokens">
      <h2 id="tokens">{words.tokens}</h2>
      {made && <Once secret={made} words={words.token} />}
      <p role="status" className="access-status">
        {done?.done === "revoke-token" && words.revoked}
      </p>
      {inUse.length === 0 && <p className="soft">{words.noTokens}</p>}
      {inUse.length > 0 && <Table rows={inUse} columns={active} />}
      {past.length > 0 && (
        <details className="unfold">
          <summary>{words.past(past.length)}</summary>
          <Table rows={past} columns={over} />
        </details>
      )}
      {/* Made, the form is empty again. */}
      <NewToken key={made ?? ""} days={days} answer={answer} />
    </section>
  );
}

type Columns = readonly [Column<ShownToken>, ...Column<ShownToken>[]];

const nameColumn: Column<ShownToken> = {
  label: words.columns.name,
  cell: ({ name, madeBy, madeAt }) => (
    <div>
      <strong>{name}</strong>
      <div className="soft small">{words.madeBy(madeBy, dateAndTime(madeAt))}</div>
    </div>
  ),
};
const between: readonly Column<ShownToken>[] = [
  { label: words.columns.scopes, cell: ({ scopes }) => <Scopes scopes={scopes} /> },
  {
    label: words.columns.used,
    cell: ({ lastUsedAt }) => (lastUsedAt ? dateAndTime(lastUsedAt) : words.neverUsed),
  },
];
const active: Columns = [
  nameColumn,
  ...between,
  {
    label: words.columns.expires,
    cell: ({ expiresAt }) => (expiresAt ? dateAndTime(expiresAt) : words.neverExpires),
  },
  { label: words.columns.act, cell: (token) => <Revoke token={token} /> },
];
const over: Columns = [
  nameColumn,
  ...between,
  { label: words.columns.state, cell: ({ state }) => <StatusPill tone="plain">{words.stateNames[state]}</StatusPill> },
];

function Table({ rows, columns }: { rows: readonly ShownToken[]; columns: Columns }) {
  return <DataTable caption={words.tokens} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function Scopes({ scopes }: { scopes: readonly Scope[] }) {
  return (
    <ul className="plain-list">
      {scopes.map((scope) => (
        <li key={scope}>{words.scopeNames[scope]}</li>
      ))}
    </ul>
  );
}

function Revoke({ token: { id, name } }: { token: ShownToken }) {
  return (
    <Sure summary={words.revoke} label={words.revokeOf(name)} text={words.revokeAsk} sure={words.revokeSure}>
      {{ command: "revoke-token", tokenId: id }}
    </Sure>
  );
}

const SCOPES: readonly Scope[] = ["responses:read", "files:read", "webhooks:manage"];

function NewToken({ days, answer }: Pick<Props, "days" | "answer">) {
  return (
    <section className="panel access-form" aria-labelledby="new-token">
      <h3 id="new-token">{words.newToken}</h3>
      <Answered answer={answer} command="make-token">
        <Form method="post" className="form" noValidate>
          <ErrorSummary />
          <Field
            name="name"
            label={words.name}
            hint={words.nameHint}
            maxLength={80}
            autoComplete="off"
            width="medium"
          />
          <Ticks name="scopes" legend={words.scopes} of={SCOPES} names={words.scopeNames} ticked={SCOPES.slice(0, 2)} />
          <Field
            name="expiresOn"
            label={words.expiresOn}
            hint={words.expiresHint}
            type="date"
            min={days.first}
            max={days.last}
            width="short"
            isOptional
          />
          <Button name="command" value="make-token">
            {words.make}
          </Button>
        </Form>
      </Answered>
    </section>
  );
}
