import { Link } from "@remix-run/react";
import { Notice } from "~/components/page";
import { files as words } from "~/words/files";
import type { FilesPage, Problem } from "../../../server/exports/shapes";

type Props = Pick<FilesPage, "responseId" | "problems"> & { isApproved: boolean };

/** What to mend before a file is fetched, each with the way to its paragraph. [X17] */
export function Problems({ responseId, problems, isApproved }: Props) {
  if (problems.length === 0) return null;
  const page = `/svar/${responseId}${isApproved ? "/godkendelse" : ""}`;
  return (
    <Notice tone="warn" title={words.problems.title}>
      {isApproved && <p>{words.problems.fixed}</p>}
      <ul>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one paragraph may have several of one kind.
          <li key={index}>
            {words.problems.kinds[problem.kind]}
            <Signs problem={problem} />:{" "}
            {problem.blockId === null ? (
              words.problems.above
            ) : (
              <Link to={`${page}#b-${problem.blockId}`}>{problem.words}</Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Signs({ problem }: { problem: Problem }) {
  return problem.kind === "missing-glyph" ? <> ({words.problems.signs(problem.signs)})</> : null;
}
