import { useContext } from "react";
import { partsAtDesk as words } from "../../../words/parts-at-desk";
import { ResponseContext } from "../../together/response-context";
import { useParts } from "./parts";

/** How many centers have signed off their part, and the way there. Nothing until somebody has said something. [A30] */
export function PartsLine() {
  const responseId = useContext(ResponseContext);
  const { parts } = useParts().now;
  const said = parts.filter(({ state }) => state !== "none");
  if (said.length === 0) return null;
  const open = said.filter(({ state }) => state !== "signed");
  return (
    <p className="parts-line">
      <a
        href={`/svar/${responseId}/del`}
        title={said.map(({ center, state }) => words.stands(center.name, state)).join("\n")}
        data-open={open.length > 0 ? "" : undefined}
      >
        {words.signed(said.length - open.length, parts.length)}
        {open.map(({ center, state }) => ` · ${words.stands(center.shortName, state)}`)}
      </a>
    </p>
  );
}
