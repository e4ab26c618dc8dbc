import { Link } from "@remix-run/react";
import { ClientOnly } from "~/components/client-only";
import { StatusPill, type Tone } from "~/components/status";
import { part as words } from "~/words/parts";
import { signOffStates } from "~/words/parts-at-desk";
import { dateAndTime } from "~/words/time";
import type { PartPage, SignOffState } from "../../../server/sign-offs/shapes";

export const TONES: Record<SignOffState, Tone> = { none: "plain", signed: "good", lapsed: "warn", returned: "bad" };

/** Whose part it is, how it stands, and the way to the others. */
export function Head({ page }: { page: PartPage }) {
  const { center, state, decision } = page.standing;
  return (
    <header className="part-head">
      <p className="part-ways">
        <Link to={`/svar/${page.responseId}/del`}>{words.all}</Link>
        <Link to={`/svar/${page.responseId}`}>{words.write}</Link>
        <ClientOnly fallback={null}>
          {() => (
            <button type="button" className="button" data-kind="bare" onClick={() => window.print()}>
              {words.print}
            </button>
          )}
        </ClientOnly>
      </p>
      <h2 id="part">{words.title(center.name)}</h2>
      <p className="row">
        <StatusPill tone={TONES[state]}>{signOffStates[state]}</StatusPill>
        {decision && state === "signed" && <span>{words.signed(decision.by, dateAndTime(decision.at))}</span>}
      </p>
      {decision && state === "returned" && (
        <div className="notice" data-tone="warn">
          <h3>{words.returned(decision.by, dateAndTime(decision.at))}</h3>
          <p className="part-reason">{decision.reason}</p>
        </div>
      )}
    </header>
  );
}
