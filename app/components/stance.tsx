import type { Stance } from "~/document-model/document";
import { stances } from "~/words/names";
import "./stance.css";

const SIGNS: Record<Stance, string> = {
  support: "+",
  "point-of-attention": "!",
  "change-proposal": "→",
  question: "?",
};

/** What a paragraph is to its clause, as a sign and its word. */
export function StanceMark({ stance }: { stance: Stance }) {
  return (
    <span className="stance">
      <StanceSign stance={stance} />
      {stances[stance]}
    </span>
  );
}

export function StanceSign({ stance }: { stance: Stance }) {
  return (
    <span className="stance-sign" aria-hidden="true">
      {SIGNS[stance]}
    </span>
  );
}

/** Who said something, and as what. */
export function SaidBy({ by }: { by: readonly { center: string; stance: Stance | null }[] }) {
  return (
    <ul className="said-by">
      {by.map(({ center, stance }) => (
        <li key={`${center} ${stance}`}>
          <span>{center}</span>
          {stance && <StanceMark stance={stance} />}
        </li>
      ))}
    </ul>
  );
}
