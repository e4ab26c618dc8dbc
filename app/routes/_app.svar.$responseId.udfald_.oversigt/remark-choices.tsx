import { useKeptTicks } from "~/components/answered";
import { Choices } from "~/components/field";
import { OutcomePill } from "~/components/outcome";
import { overview as words } from "~/words/outcomes";
import type { AnsweredRemark, Candidate } from "../../../server/outcomes/shapes";
import { AboutLine, type Open } from "./row-parts";

type Props = { remarks: readonly AnsweredRemark[]; open: Open };

/** Those that are proposed, with why; all others one click away. A row may answer several. */
export function RemarkChoices({ remarks, open: { proposed, chosen } }: Props) {
  const isKept = useKeptTicks("blockId");
  const first = proposed.flatMap((candidate) => {
    const remark = remarks.find(({ blockId }) => blockId === candidate.blockId);
    return remark ? [{ remark, candidate }] : [];
  });
  const others = remarks.filter(({ blockId }) => !proposed.some((one) => one.blockId === blockId));
  return (
    <Choices name="blockId" legend={words.which} hint={chosen ? undefined : words.unsure}>
      {first.map(({ remark, candidate }) => (
        <Choice
          key={remark.blockId}
          remark={remark}
          candidate={candidate}
          isTicked={isKept(remark.blockId) || chosen === remark.blockId}
        />
      ))}
      {others.length > 0 && (
        <details className="unfold" open={first.length === 0 || others.some(({ blockId }) => isKept(blockId))}>
          <summary>{first.length > 0 ? words.others(others.length) : words.all(others.length)}</summary>
          <div className="overview-others">
            {others.map((remark) => (
              <Choice key={remark.blockId} remark={remark} isTicked={isKept(remark.blockId)} />
            ))}
          </div>
        </details>
      )}
    </Choices>
  );
}

type ChoiceProps = { remark: AnsweredRemark; candidate?: Candidate; isTicked: boolean };

function Choice({ remark, candidate, isTicked }: ChoiceProps) {
  return (
    <label className="choice overview-remark">
      <input type="checkbox" name="blockId" value={remark.blockId} defaultChecked={isTicked} />
      <span>
        <AboutLine remark={remark} />
        <span className="overview-remark-text">{remark.text}</span>
        <span className="overview-remark-meta small soft">
          {candidate && `${words.proposed}: ${candidate.because.map((sign) => words.because[sign]).join(", ")}`}
          {remark.outcome && <OutcomePill outcome={remark.outcome.outcome} />}
        </span>
      </span>
    </label>
  );
}
