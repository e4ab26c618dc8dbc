import { useMemo } from "react";
import { apart } from "~/components/apart";
import { carryOver as words } from "~/words/carry-over";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { DeskRow } from "../../../server/carry-over/shapes";
import { chosenFor, type Desk } from "./desk";
import "~/components/compared.css";

const Compared = apart(() => import("~/components/compared").then((part) => part.Compared));

/** The old text and what is chosen for it, side by side; of several new clauses one below the other. */
export function Texts({ desk, row }: { desk: Desk; row: DeskRow }) {
  const { from, to } = desk.page;
  const labels = useMemo(
    () => ({ before: words.before(from.label), after: words.after(to.label) }),
    [from.label, to.label],
  );
  const news = chosenFor(desk, row).flatMap((id) => desk.after.get(id) ?? []);
  if (news.length === 0) return <Gone labels={labels} text={textOf(row.from)} />;
  return (
    <div className="carry-texts">
      <Compared before={textOf(row.from)} after={news.map(textOf).join("\n\n")} layout="side-by-side" labels={labels} />
      {news.map((clause) => clause.parentId && <Path key={clause.id} path={clause.path} />)}
    </div>
  );
}

function Path({ path }: { path: string }) {
  return <p className="carry-path small soft">{words.standsAt(path)}</p>;
}

function Gone({ labels, text }: { labels: { before: string; after: string }; text: string }) {
  return (
    <div className="carry-texts">
      <div className="compared" data-layout="side-by-side">
        <div>
          <div className="compared-label">{labels.before}</div>
          <p>{text}</p>
        </div>
        <div>
          <div className="compared-label">{labels.after}</div>
          <p className="soft">{words.gone}</p>
        </div>
      </div>
    </div>
  );
}

/** Its number is none of its words. */
function textOf({ heading, text }: ClauseRow): string {
  return [heading, text].filter(Boolean).join("\n\n");
}
