import { newSource as words } from "~/words/new-source";
import type { Sending } from "./use-progress";

/** What is happening to the paper, and how far it is. Read aloud when the step changes, not at every page. */
export function SendingBar({ sending }: { sending: Sending | null }) {
  const pages = sending?.step === "reading" && sending.of !== null ? { done: sending.done, of: sending.of } : null;
  return (
    <div className="sending" data-shown={sending ? "" : undefined}>
      <p role="status" className={pages ? "visually-hidden" : undefined}>
        {sending && words.sending[stepOf(sending)]}
      </p>
      {pages && <p>{words.readingPage(pages.done, pages.of)}</p>}
      {sending && <progress aria-label={words.progress} {...(pages ? { value: pages.done, max: pages.of } : {})} />}
      {sending && <p className="soft small">{words.sendingNote}</p>}
    </div>
  );
}

function stepOf(sending: Sending): keyof typeof words.sending {
  const isThrough = sending.step === "reading" && sending.of !== null && sending.done >= sending.of;
  return isThrough ? "finding" : sending.step;
}
