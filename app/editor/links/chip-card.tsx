import type { CenterRow } from "../../../server/consultations/shapes";
import type { EarlierClause } from "../../../server/responses/shapes";
import type { Stance, Target } from "../../document-model/document";
import { stances } from "../../words/names";
import { earlierClause } from "../../words/new-version";
import { links as words } from "../../words/text-tools";
import { Changed } from "./changed";
import type { Mention } from "./earlier";
import { labelOf } from "./label";
import { StanceChoice } from "./stance-choice";
import type { Source } from "./use-source";

type Props = {
  id: string;
  mention: Mention;
  /** What goes with it when it is taken away. */
  also: readonly Target[];
  said: ReadonlyMap<string, Stance>;
  /** Null for readers. */
  onSay: ((center: string, stance: Stance | null) => void) | null;
  source: Source;
  onRemove: ((center?: string) => void) | null;
};

/** The clause that a chip stands for, what has become of it, and what can be done. */
export function ChipCard({ id, mention, also, said, source, onSay, onRemove }: Props) {
  const { target, standing, centers: ids } = mention;
  const centers = source.centers.filter((center) => ids.includes(center.id));
  return (
    <div className="chip-card" id={id}>
      {standing === "dropped" || standing === "undecided" ? (
        <Gone mention={mention} />
      ) : (
        <ChipText target={target} source={source} />
      )}
      {mention.was.length > 0 && standing === "changed" && <Changed mention={mention} source={source} />}
      <Says centers={centers} said={said} onSay={onSay} speaksFor={source.speaksFor} />
      {onRemove && (
        <>
          {also.length > 0 && (
            <p className="chip-centers">{earlierClause.alsoGone(also.map((one) => labelOf(one, source)))}</p>
          )}
          <Removal centers={centers} onRemove={onRemove} />
        </>
      )}
    </div>
  );
}

type SaysProps = Pick<Props, "said" | "onSay"> & { centers: readonly CenterRow[]; speaksFor: ReadonlySet<string> };

/** Who made the link, as what; those whom the viewer speaks for by a choice. [L8] */
function Says({ centers, said, onSay, speaksFor }: SaysProps) {
  const mine = onSay ? centers.filter(({ id }) => speaksFor.has(id)) : [];
  const names = centers.map((center) => {
    const stance = mine.includes(center) ? undefined : said.get(center.id);
    return stance ? words.as(center.shortName, stances[stance]) : center.shortName;
  });
  return (
    <>
      <p className="chip-centers">{words.madeBy(names)}</p>
      {mine.map(({ id, shortName }) => (
        <StanceChoice
          key={id}
          center={centers.length > 1 ? shortName : null}
          chosen={said.get(id)}
          onSay={(stance) => onSay?.(id, stance)}
        />
      ))}
    </>
  );
}

function ChipText({ target, source }: { target: Target; source: Source }) {
  const clause = source.clauses.get(target.id);
  if (target.kind === "source") return <p className="chip-heading">{source.sourceTitle}</p>;
  if (!clause) return <p>{words.unknown}</p>;
  return <ClauseText clause={clause} />;
}

function ClauseText({ clause }: { clause: Pick<EarlierClause, "number" | "heading" | "text"> }) {
  return (
    <>
      <p className="chip-heading">{[clause.number, clause.heading].filter(Boolean).join(" ")}</p>
      {clause.text && <p className="chip-text">{clause.text}</p>}
    </>
  );
}

/** A clause that leads to nothing in this version, as the earlier one had it. */
function Gone({ mention: { was } }: { mention: Mention }) {
  return was.map((clause) => (
    <div key={clause.id} className="chip-gone">
      <p>
        {clause.successor.state === "dropped" ? earlierClause.droppedText : earlierClause.undecidedText}{" "}
        {clause.successor.state === "undecided" && <ToDesk at={clause.successor.at} />}
      </p>
      <ClauseText clause={clause} />
    </div>
  ));
}

/** In a tab of its own: the text stays open. */
export function ToDesk({ at }: { at: string | null }) {
  return (
    at && (
      <a href={`/kilder/${at}/overfoersel`} target="_blank" rel="noreferrer">
        {earlierClause.toDesk}
      </a>
    )
  );
}

/** One button; with several centers one for each, so that nobody takes away another's link unawares. */
function Removal({ centers, onRemove }: { centers: readonly CenterRow[]; onRemove: (center?: string) => void }) {
  if (centers.length < 2) {
    return (
      <button type="button" className="chip-remove" onClick={() => onRemove()}>
        {words.remove}
      </button>
    );
  }
  return centers.map(({ id, shortName }) => (
    <button key={id} type="button" className="chip-remove" onClick={() => onRemove(id)}>
      {words.removeOf(shortName)}
    </button>
  ));
}
