import { Link } from "@remix-run/react";
import { goalBoard as words } from "~/words/goal-pages";
import type { Per, SentBoard } from "./packed";

/** In the address: `?pr=kommune`. */
const PER = "pr";
const IN_ADDRESS: Record<Per, string> = { center: "center", municipality: "kommune" };

export function perIn(search: URLSearchParams): Per {
  return search.get(PER) === IN_ADDRESS.municipality ? "municipality" : "center";
}

/** Which columns the board has, and how a municipality's one status is made. Nothing where there is one municipality. [M20] */
export function PerChoice({ board: { per, isJoint } }: { board: Pick<SentBoard, "per" | "isJoint"> }) {
  if (!isJoint) return null;
  return (
    <>
      <nav className="goal-per" aria-label={words.per.label}>
        {(["center", "municipality"] as const).map((one) => (
          <Link
            key={one}
            to={one === "center" ? "." : `?${PER}=${IN_ADDRESS[one]}`}
            aria-current={one === per ? "true" : undefined}
            preventScrollReset
          >
            {words.per[one]}
          </Link>
        ))}
      </nav>
      {per === "municipality" && <p className="prose soft">{words.per.explained}</p>}
    </>
  );
}
