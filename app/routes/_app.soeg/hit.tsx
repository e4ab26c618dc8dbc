import { Link } from "@remix-run/react";
import { OutcomePill } from "~/components/outcome";
import { SaidBy } from "~/components/stance";
import { search as words } from "~/words/search";
import { date } from "~/words/time";
import type { Hit, Part } from "../../../server/search/shapes";

export function HitItem({ hit }: { hit: Hit }) {
  return (
    <li className="hit">
      <h3>
        <Link to={pathOf(hit)} data-hit="">
          <Name hit={hit} />
        </Link>
      </h3>
      {hit.text.length > 0 && (
        <p className="hit-text">
          <Marked parts={hit.text} />
        </p>
      )}
      <p className="hit-meta">
        <span className="hit-kind">{words.oneKind[hit.kind]}</span>
        {factsOf(hit).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {hit.kind === "remark" && <Said hit={hit} />}
    </li>
  );
}

/** Who said it and as what, and what the sender made of it. */
function Said({ hit: { by, outcome } }: { hit: Extract<Hit, { kind: "remark" }> }) {
  if (by.length === 0 && !outcome) return null;
  return (
    <div className="hit-said">
      <SaidBy by={by} />
      {outcome && <OutcomePill outcome={outcome.outcome} />}
    </div>
  );
}

function pathOf(hit: Hit): string {
  switch (hit.kind) {
    case "source":
      return `/kilder/${hit.versionId}`;
    case "clause":
      return `/kilder/${hit.versionId}/punkt/${hit.clauseId}`;
    case "response":
      return `/svar/${hit.responseId}`;
    case "remark":
      return `/svar/${hit.responseId}#b-${hit.blockId}`;
  }
}

function Name({ hit }: { hit: Hit }) {
  if (hit.kind === "remark") return <>{hit.hearing}</>;
  const isNamed = hit.title.some(({ text }) => text.trim() !== "");
  if (hit.kind === "clause" && !isNamed) return <>{words.unnamed(hit.sourceTitle)}</>;
  return <Marked parts={hit.title} />;
}

/** Where it stands and who said it. */
function factsOf(hit: Hit): string[] {
  switch (hit.kind) {
    case "source":
      return [date(hit.at)];
    case "clause":
      return [`${hit.sourceTitle}, ${hit.sourceLabel}`];
    case "response":
      return [hit.userKey, date(hit.at)];
    case "remark":
      return [
        hit.userKey,
        ...(hit.clauses.length > 0 ? [words.about(hit.clauses)] : []),
        ...(hit.heading ? [words.under(hit.heading)] : []),
        date(hit.at),
      ];
  }
}

function Marked({ parts }: { parts: readonly Part[] }) {
  let place = 0;
  return (
    <>
      {parts.map(({ text, isHit }) => {
        const key = place;
        place += text.length;
        return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
      })}
    </>
  );
}
