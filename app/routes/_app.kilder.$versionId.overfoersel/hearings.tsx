import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { RefusalSentence } from "~/components/refusal-sentence";
import { StatusPill, type Tone } from "~/components/status";
import { carryOver as words } from "~/words/carry-over";
import type { DeskHearing, DeskPage } from "../../../server/carry-over/shapes";
import type { Taken } from "./sending";

const TONES: Record<DeskHearing["place"], Tone> = { follows: "good", stays: "plain", waits: "warn" };

/** The hearings that are being written, and which version each of them is on. A coordinator says so. [C16] */
export function Hearings({ hearings, can }: Pick<DeskPage, "hearings" | "can">) {
  const answer = useActionData<Taken>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that was pressed is gone.
    if (answer) heading.current?.focus();
  }, [answer]);
  if (hearings.length === 0) return null;
  return (
    <section className="carry-hearings panel" aria-labelledby="carry-hearings">
      <h2 id="carry-hearings" ref={heading} tabIndex={-1}>
        {words.hearings.title}
      </h2>
      {answer && (
        <p role={"refusal" in answer ? "alert" : "status"} className="carry-answer">
          {"refusal" in answer
            ? (answer.refusal.said?.all ?? <RefusalSentence code={answer.refusal.code} />)
            : words.hearings.done}
        </p>
      )}
      <ul className="carry-hearing-list">
        {hearings.map((hearing) => (
          <Hearing key={hearing.id} hearing={hearing} mayMove={can.decide} />
        ))}
      </ul>
      {can.decide && hearings.some(({ place }) => place === "waits") && (
        <p className="soft small prose">{words.hearings.note}</p>
      )}
    </section>
  );
}

function Hearing({ hearing, mayMove }: { hearing: DeskHearing; mayMove: boolean }) {
  const { id, title, userKey, place } = hearing;
  const isBusy = useNavigation().formData?.get("consultationId") === id;
  return (
    <li>
      <span>
        <Link to={`/hoeringer/${id}`}>{title}</Link> <span className="soft numeric">{userKey}</span>
      </span>
      <StatusPill tone={TONES[place]}>{words.hearings.places[place]}</StatusPill>
      {mayMove && place !== "follows" && (
        <Form method="post" className="row" preventScrollReset>
          <input type="hidden" name="consultationId" value={id} />
          <Button size="small" name="op" value="follow" aria-disabled={isBusy || undefined}>
            {words.hearings.follow}
          </Button>
          {place === "waits" && (
            <Button size="small" kind="quiet" name="op" value="stay" aria-disabled={isBusy || undefined}>
              {words.hearings.stay}
            </Button>
          )}
        </Form>
      )}
    </li>
  );
}
