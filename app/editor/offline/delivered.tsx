import { offline as words } from "../../words/offline";
import { dateAndTime } from "../../words/time";
import { copied } from "../copy-text";
import { Button, Paragraphs, Said, useCopying } from "../notices";
import { asText } from "../unsaved";
import type { Delivery } from "./courier";
import type { Deliveries } from "./use-deliveries";

/** What becomes of what earlier pages have kept on this machine, above the text. [E30] */
export function Delivered({ deliveries }: { deliveries: Deliveries }) {
  return deliveries.list.map((delivery) => (
    <One key={delivery.client} delivery={delivery} forget={() => deliveries.dismiss(delivery.client)} />
  ));
}

type OneProps = { delivery: Delivery; forget: () => void };

function One({ delivery, forget }: OneProps) {
  switch (delivery.phase) {
    case "sending":
      return <Sending />;
    case "sent":
      return <Sent delivery={delivery} forget={forget} />;
    case "locked":
    case "refused":
      return <Stuck delivery={delivery} forget={forget} />;
    case "known":
      return null;
  }
}

function Sending() {
  return (
    <section className="notice" role="status">
      <p>{words.sending}</p>
    </section>
  );
}

/** The first of it is led to; the rest stands in the notice. */
function Sent({ delivery: { at, paragraphs }, forget }: OneProps) {
  const place = paragraphs.find(({ blockId }) => blockId)?.blockId;
  return (
    <section className="notice" data-tone="good" role="status">
      <p>{words.sent(dateAndTime(new Date(at)))}</p>
      <Paragraphs label={words.savedNow} paragraphs={paragraphs} />
      <div className="row">
        {place && (
          <a className="button" data-size="small" href={`#b-${place}`}>
            {words.show}
          </a>
        )}
        <Button act={forget}>{words.close}</Button>
      </div>
    </section>
  );
}

function Stuck({ delivery: { at, phase, paragraphs }, forget }: OneProps) {
  const { said, copy } = useCopying();
  const sentence = words[phase === "locked" ? "locked" : "refused"](dateAndTime(new Date(at)));
  return (
    <section className="notice" data-tone="warn" aria-label={words.notSaved}>
      <p>{sentence}</p>
      {paragraphs.length === 0 && <p>{words.onlyDeleted}</p>}
      <Paragraphs label={words.notSaved} paragraphs={paragraphs} />
      <div className="row">
        {paragraphs.length > 0 && (
          <Button act={() => copy(copied(asText(paragraphs)))} isFirst>
            {words.copy}
          </Button>
        )}
        <Button act={() => window.confirm(words.removeSure) && forget()}>{words.remove}</Button>
        <Said said={said} />
      </div>
    </section>
  );
}
