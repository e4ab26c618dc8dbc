import { Link } from "@remix-run/react";
import { apart } from "~/components/apart";
import { history as words } from "~/words/history";
import { dateAndTime } from "~/words/time";
import type { ComparedPassage, HistoryPage, HistoryView } from "../../../server/history/shapes";
import "~/components/compared.css";

const ComparedWhenSeen = apart(() => import("~/components/compared-when-seen").then((part) => part.ComparedWhenSeen));

type Page = Extract<HistoryPage, { isReady: true }>;
type View = Extract<HistoryView, { kind: "compared" }>;

/** What became of the text from one moment to another. */
export function Compared({ page, view: { before, after, counts, passages } }: { page: Page; view: View }) {
  const toNow = after.seq === page.headSeq && page.can.write;
  const restoreAt = toNow ? (id: string) => `/svar/${page.responseId}/historik?t=${before.seq}&gendan=${id}` : null;
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{words.compared.title}</h2>
      <p className="soft">{words.compared.between(dateAndTime(before.at), dateAndTime(after.at))}</p>
      <p>{isSame(passages) ? words.compared.none : `${sentence(words.counts(counts))}.`}</p>
      <Passages passages={passages} restoreAt={restoreAt} />
    </section>
  );
}

export function isSame(passages: readonly ComparedPassage[]): boolean {
  return passages.every(({ kind }) => kind === "unchanged");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Props = { passages: readonly ComparedPassage[]; restoreAt?: ((id: string) => string) | null };

/** Each paragraph that differs with its words; those that do not as a number. */
export function Passages({ passages, restoreAt = null }: Props) {
  const first = passages.findIndex(({ kind }) => kind !== "unchanged");
  return (
    <ol className="history-passages" lang="da">
      {passages.map((passage, index) =>
        passage.kind === "unchanged" ? (
          <li key={`same-${passage.id}`} className="history-same soft small">
            {words.compared.same(passage.count)}
          </li>
        ) : (
          <li key={`${passage.kind}-${passage.id}`} className="history-changed" data-kind={passage.kind}>
            <p className="history-kind">
              <span data-change={passage.kind}>{words.compared.kinds[passage.kind]}</span>
              {passage.isMoved && passage.kind !== "same" && <span>{words.compared.moved}</span>}
              {restoreAt && passage.before && <Link to={restoreAt(passage.id)}>{words.compared.restore}</Link>}
            </p>
            {passage.isForm && <p className="soft small">{words.compared.form}</p>}
            <Texts passage={passage} isFirst={index === first} />
          </li>
        ),
      )}
    </ol>
  );
}

function Texts({ passage, isFirst }: { passage: Exclude<ComparedPassage, { kind: "unchanged" }>; isFirst: boolean }) {
  const [before, after] = [passage.before?.text ?? "", passage.after?.text ?? ""];
  if (before === "" && after === "") return <p className="soft">{words.compared.emptyPassage}</p>;
  return <ComparedWhenSeen before={before} after={after} layout="inline" isFirst={isFirst} />;
}
