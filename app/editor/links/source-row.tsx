import { memo, type ReactNode } from "react";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { EarlierClause } from "../../../server/responses/shapes";
import { StateMark } from "../../components/state-mark";
import type { Target } from "../../document-model/document";
import { isTarget } from "../../document-model/proposal";
import { sourceLinking } from "../../words/linking";
import { earlierClause } from "../../words/new-version";
import { links as linkWords, pane as words } from "../../words/text-tools";
import { ClauseComments } from "../comments/clause-button";
import type { Cite } from "../schema/quotes/cite";
import { CiteButton } from "../schema/quotes/cite-button";
import { RowAnswer, RowStance, type Saying } from "./answers/row-stance";
import { Difference } from "./difference";
import type { Grab } from "./drag/clause-drag";
import { labelOfClause } from "./label";
import "./answers/answers.css";

type Props = Target & {
  clause: ClauseRow | null;
  /** What it reads otherwise than. */
  before: readonly EarlierClause[];
  isToLookAt: boolean;
  isMine: boolean;
  isCurrent: boolean;
  /** Of several selected paragraphs only some are linked to it. */
  isPartly: boolean;
  isSuggested: boolean;
  count: number;
  /** Null for readers. */
  onToggle: ((target: Target) => void) | null;
  onGrab: Grab;
  saying: Saying;
  /** Null for readers. */
  onCite: Cite | null;
};

/** One clause of the source, or (no clause) the whole of it. */
export const SourceRow = memo(function SourceRow(props: Props) {
  const { kind, id, clause, before, isToLookAt, isMine, isCurrent, isPartly, isSuggested, count, onToggle } = props;
  return (
    <li
      className="source-row"
      data-kind={clause?.kind ?? "source"}
      data-depth={Math.min(clause?.depth ?? 0, 4)}
      data-current={isCurrent || undefined}
      data-suggested={isSuggested || undefined}
      data-target={id}
    >
      <RowTarget {...{ target: { kind, id }, isCurrent, isPartly, onToggle }} onGrab={props.onGrab}>
        <RowText clause={clause} isToLookAt={isToLookAt} isSuggested={isSuggested} />
        {clause && <RowAnswer clauseId={id} center={props.saying.center} />}
        {isMine && <span className="source-mine" aria-hidden="true" />}
      </RowTarget>
      {clause && (isCurrent || isToLookAt) && (
        <div className="source-before">
          {before.map((one) => (
            <Difference key={one.id} before={one} after={clause} />
          ))}
        </div>
      )}
      {onToggle && clause && isTarget(clause) && (
        <RowStance clauseId={id} label={labelOfClause(clause)} saying={props.saying} />
      )}
      {props.onCite && clause && isTarget(clause) && <CiteButton clause={clause} onCite={props.onCite} />}
      {clause && isTarget(clause) && <ClauseComments clause={clause} />}
      <Count count={count} />
    </li>
  );
});

type TargetProps = Pick<Props, "isCurrent" | "isPartly" | "onToggle" | "onGrab"> & {
  target: Target;
  children: ReactNode;
};

/** What is pressed to link; to who only reads it is no button that does nothing. */
function RowTarget({ target, isCurrent, isPartly, onToggle, onGrab, children }: TargetProps) {
  if (!onToggle) return <div className="source-target">{children}</div>;
  return (
    <button
      type="button"
      className="source-target"
      data-stop
      aria-pressed={isPartly ? "mixed" : isCurrent}
      onPointerDown={(event) => onGrab(event, target)}
      // The caret stays where it is: the click is about its paragraph.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onToggle(target)}
    >
      {children}
    </button>
  );
}

function RowText({ clause, isToLookAt, isSuggested }: Pick<Props, "clause" | "isToLookAt" | "isSuggested">) {
  return (
    <>
      {/* Without a number its words alone say what it is. */}
      {clause?.number && <span className="source-number">{labelOfClause(clause)}</span>}
      <span className="source-text">
        {!clause && <span className="source-number">{linkWords.whole}</span>}
        {clause?.heading && <strong>{clause.heading}</strong>}
        {isSuggested && <span className="source-suggested"> {sourceLinking.suggested}</span>}
        {clause?.text && <span className="source-words">{clause.text}</span>}
        {isToLookAt && (
          <span className="source-again">
            <StateMark state="look-again" />
            {earlierClause.again}
          </span>
        )}
      </span>
    </>
  );
}

export function Count({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="source-count" title={words.linkCount(count)}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words.linkCount(count)}</span>
    </span>
  );
}
