import { useContext, useEffect, useRef, useState } from "react";
import { history } from "../../../words/history";
import { shortMoment } from "../../../words/time";
import { ResponseContext } from "../../together/response-context";
import "./who-wrote.css";

type Writer = { id: string; name: string; center: string; initials: string; color: string };
type Hand = { length: number; by: string | null; at: string; suggestedBy: string[] };
type Heard = { hands: Hand[]; writers: Writer[] };
type Answer = { is: "loading" | "failed" | "slow" } | ({ is: "here" } & Heard);

const { who: words } = history;

/** Who wrote the words of one paragraph, as the log has it: fetched when it is asked for. */
export function WhoWrote({ block, onClose }: { block: string; onClose: () => void }) {
  const response = useContext(ResponseContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<Answer>({ is: "loading" });
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const gone = new AbortController();
    void ask(`/svar/${response}/historik/afsnit?b=${encodeURIComponent(block)}`, gone.signal).then(
      (heard) => gone.signal.aborted || setAnswer(heard),
    );
    return () => gone.abort();
  }, [response, block]);
  return (
    <dialog className="dialog" ref={dialog} onClose={onClose} aria-labelledby="who-wrote">
      <h2 id="who-wrote">{words.label}</h2>
      <div role="status">
        {answer.is === "here" ? (
          <Hands {...answer} />
        ) : (
          <p>{answer.is === "loading" ? words.loading : words[answer.is]}</p>
        )}
      </div>
      <p className="row">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
        <a href={`/svar/${response}/historik`}>{words.more}</a>
      </p>
    </dialog>
  );
}

function Hands({ hands, writers }: Heard) {
  if (hands.length === 0) return <p>{words.none}</p>;
  const known = new Map(writers.map((writer) => [writer.id, writer]));
  const nameOf = (id: string | null) => (id === null ? history.beginning : (known.get(id)?.name ?? history.someone));
  const total = hands.reduce((sum, { length }) => sum + length, 0);
  return (
    <ul className="who-wrote">
      {sharesOf(hands, nameOf).map(({ name, length, at, by }) => (
        <li key={name}>
          <span
            className="who-wrote-face"
            style={by === null ? undefined : { backgroundColor: known.get(by)?.color }}
            aria-hidden="true"
          >
            {known.get(by ?? "")?.initials ?? "–"}
          </span>
          <span>
            {name}
            <span className="soft small numeric">
              {" "}
              {by !== null && `${shortMoment(new Date(at))} · `}
              {words.share(Math.max(1, Math.round((100 * length) / total)))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

type Share = { name: string; length: number; at: string; by: string | null };

/** One of each who has a hand in it, who wrote most first. */
function sharesOf(hands: readonly Hand[], nameOf: (id: string | null) => string): Share[] {
  const shares = new Map<string, Share>();
  for (const { length, by, at, suggestedBy } of hands) {
    const [first] = suggestedBy;
    const name = first ? history.written.suggestion(suggestedBy.map(nameOf).join(", "), nameOf(by)) : nameOf(by);
    const known = shares.get(name) ?? { name, length: 0, at, by: first ?? by };
    shares.set(name, { ...known, length: known.length + length, at: known.at > at ? known.at : at });
  }
  return [...shares.values()].sort((one, other) => other.length - one.length);
}

async function ask(address: string, signal: AbortSignal): Promise<Answer> {
  try {
    const answer = await fetch(address, { signal });
    const body: Partial<Heard> & { isReady?: boolean } = answer.ok ? await answer.json() : {};
    if (body.isReady === false) return { is: "slow" };
    return body.hands && body.writers ? { is: "here", hands: body.hands, writers: body.writers } : { is: "failed" };
  } catch {
    return { is: "failed" };
  }
}
