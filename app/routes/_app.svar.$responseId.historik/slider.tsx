import { Link, useNavigation, useSubmit } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import { history as words } from "~/words/history";
import { dateAndTime } from "~/words/time";
import type { HistoryMoment, HistoryPage } from "../../../server/history/shapes";
import { Against } from "./against";
import { useNameOf } from "./who";

type Page = Extract<HistoryPage, { isReady: true }>;

/** While it is pulled, what is passed by is not asked for. */
const RESTS_MS = 180;

/** Over the moments of the text. The address keeps where one is, so the browser's own ways back work, too. */
export function Slider({ page }: { page: Page }) {
  const { moments, view, headSeq, responseId } = page;
  const id = useId();
  const seq = view.kind === "compared" ? view.after.seq : view.moment.seq;
  const against = view.kind === "compared" ? view.before.seq : null;
  const there = moments.findIndex((moment) => moment.seq === seq);
  const [place, setPlace] = useGoing(there, (next) => moments[next]?.seq, against);
  const isBusy = useNavigation().state !== "idle";
  const moment = moments[place] ?? moments.at(-1);
  const label = useMomentLabel();
  if (!moment) return null;
  const said = label(moment, headSeq);
  return (
    <>
      <section className="history-slider" aria-label={words.slider.label} aria-busy={isBusy}>
        <div className="history-slider-head">
          <p>{said}</p>
          <span className="soft small numeric">{words.slider.place(place + 1, moments.length)}</span>
        </div>
        <input
          id={id}
          type="range"
          aria-label={words.slider.label}
          min={0}
          max={moments.length - 1}
          value={place}
          aria-valuetext={said}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setPlace(event.currentTarget.valueAsNumber)}
        />
        <p className="visually-hidden" id={`${id}-hint`}>
          {words.slider.hint}
        </p>
      </section>
      <div className="history-foot">
        <Against page={page} seq={seq} against={against} />
        {seq !== headSeq && (
          <Link className="button" data-kind="quiet" data-size="small" to={`/svar/${responseId}/historik`}>
            {words.slider.newer}
          </Link>
        )}
        <Link className="button" data-kind="quiet" data-size="small" to={`/svar/${responseId}`}>
          {words.toText}
        </Link>
      </div>
    </>
  );
}

function useMomentLabel(): (moment: HistoryMoment, headSeq: number) => string {
  const nameOf = useNameOf();
  return ({ seq, at, by }, headSeq) => {
    const when = dateAndTime(at);
    if (seq === 1) return words.moment(when, words.begun.toLowerCase());
    const who = by === null ? when : words.moment(when, nameOf(by));
    return seq === headSeq ? `${words.slider.now}: ${who}` : who;
  };
}

/** Where the thumb is: at once where it is put, and soon after the page goes there. */
function useGoing(there: number, seqAt: (place: number) => number | undefined, against: number | null) {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [place, setPlace] = useState(there);
  useEffect(() => setPlace(there), [there]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = (next: number) => {
    setPlace(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const seq = seqAt(next);
      if (seq === undefined) return;
      const asked = { t: String(seq), ...(against === null ? {} : { mod: String(against) }) };
      submit(asked, { method: "get", replace: true, preventScrollReset: true });
    }, RESTS_MS);
  };
  return [place, go] as const;
}
