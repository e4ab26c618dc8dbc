import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/page";
import { StatusPill, type Tone } from "~/components/status";
import { refreshAfterConflict } from "~/refreshing";
import { parts as words } from "~/words/parts";
import { signOffStates } from "~/words/parts-at-desk";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import type { PartsPage, SignOffState } from "../../../server/sign-offs/shapes";
import { Addendum } from "./addendum";
import { Sections } from "./sections";
import "./parts.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

/** Of what has lapsed how many paragraphs read otherwise, and who has written: their words are on the part's own page. */
export const loader = loads(async ({ services, viewer, params }) => {
  const { standings, ...page } = await services.signOffs.parts(viewer, param(params, "responseId"));
  return {
    ...page,
    standings: standings.map(({ lapse, changes: _, beside: __, ...standing }) => ({
      ...standing,
      lapse: lapse && {
        count: lapse.edits.length + lapse.beside.length,
        by: [...new Set([...lapse.edits, ...lapse.beside].flatMap(({ by }) => by.map((edit) => edit.by)))],
      },
    })),
  };
});

export const action = acts(async ({ services: { signOffs }, viewer, params, form }) => {
  const responseId = param(params, "responseId");
  const command = field(form, "command");
  if (command === "give-section") await signOffs.giveSection(viewer, responseId, form);
  else if (command === "add-addendum") await signOffs.addAddendum(viewer, responseId, form);
  else throw data({ code: "not-found" }, { status: 404 });
  return { done: field(form, "blockId") };
});

type Standing = PartsPage["standings"][number];
type Row = Omit<Standing, "lapse" | "changes" | "beside"> & { lapse: { count: number; by: string[] } | null };
const TONES: Record<SignOffState, Tone> = { none: "plain", signed: "good", lapsed: "warn", returned: "bad" };

/** Every center's part and how it stands; for coordinators, which sections are whose. */
export default function Parts() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const columns: [Column<Row>, ...Column<Row>[]] = [
    {
      label: words.center,
      cell: ({ center }) => <Link to={`/svar/${page.responseId}/del/${center.id}`}>{center.name}</Link>,
    },
    { label: words.state, cell: (row) => <State row={row} /> },
    { label: words.said, cell: (row) => <Said row={row} /> },
    { label: words.turn, cell: (row) => <Way row={row} responseId={page.responseId} /> },
  ];
  return (
    <div className="parts">
      <section aria-labelledby="parts">
        <h2 id="parts">{words.title}</h2>
        <p className="soft prose">{words.lead}</p>
        {page.standings.length > 0 ? (
          <DataTable
            caption={words.title}
            columns={columns}
            rows={page.standings}
            keyOf={({ center }) => center.id}
            municipalityOf={({ center }) => center.municipality}
          />
        ) : (
          <EmptyState {...words.none} />
        )}
      </section>
      {page.addendum && <Addendum page={page} addendum={page.addendum} answer={answer} />}
      {page.can.giveSections && <Sections page={page} answer={answer} />}
    </div>
  );
}

function State({ row: { state, hasText } }: { row: Row }) {
  if (state === "none" && !hasText) return <span className="soft">{words.noText}</span>;
  return <StatusPill tone={TONES[state]}>{signOffStates[state]}</StatusPill>;
}

/** Who said so; of what has lapsed, who has written since. */
function Said({ row: { decision, lapse } }: { row: Row }) {
  if (!decision) return null;
  return (
    <>
      {decision.by}, {dateAndTime(decision.at)}
      {lapse && (
        <span className="soft">
          <br />
          {[words.changes(lapse.count), lapse.by.join(", ")].filter(Boolean).join(": ")}
        </span>
      )}
    </>
  );
}

function Way({ row: { center, maySign, hasText, decision, state }, responseId }: { row: Row; responseId: string }) {
  if (!maySign || state === "signed" || !(hasText || decision)) return null;
  return (
    <ButtonLink to={`/svar/${responseId}/del/${center.id}`} size="small">
      {words.readAndDecide}
      <span className="visually-hidden">: {center.name}</span>
    </ButtonLink>
  );
}
