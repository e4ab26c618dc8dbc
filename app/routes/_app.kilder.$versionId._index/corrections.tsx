import { amending as words } from "~/words/outline";
import { date } from "~/words/time";
import type { CorrectionRow, VersionHead } from "../../../server/agreements/shapes";

type Props = { version: VersionHead; corrections: readonly CorrectionRow[] };

/** What was corrected since the version was taken into use, the newest first. */
export function Corrections({ version, corrections }: Props) {
  if (corrections.length === 0) return null;
  return (
    <section className="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{words.log}</h2>
      <ol>
        {corrections.map(({ minor, op, undone, by, at }) => (
          <li key={minor}>
            <strong className="numeric">
              {version.number}.{minor}
            </strong>{" "}
            {op ? words.did[op] : words.undid(`${version.number}.${undone}`)}
            <div className="soft small">
              {by}, {date(at)}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
