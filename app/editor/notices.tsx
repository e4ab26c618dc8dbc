import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { because, line as words } from "../words/line";
import type { ConnectionState } from "./connection";
import { copied, copyText } from "./copy-text";
import type { Session } from "./session";
import { asText, type UnsavedParagraph, unsavedParagraphs } from "./unsaved";

type Props = { session: Session; state: ConnectionState; reload: () => void };

/** Close codes after which the same page can go on, once its person has done something about it. */
const TRY_AGAIN = [4401, 4403, 4404];

/** What the writer has to know about the line, and what can be done: the text is still here. [E9] */
export function LineNotices({ session, state, reload }: Props) {
  const { phase, code } = state;
  const { retry } = session.connection;
  const again = <Button act={retry}>{words.retry}</Button>;
  if (phase === "refused") {
    return (
      <Unsaved text={because(state)} {...{ session, state }}>
        {code === 4401 && <SignInElsewhere />}
        {code !== null && TRY_AGAIN.includes(code) ? again : <Button act={reload}>{words.reload}</Button>}
      </Unsaved>
    );
  }
  // Locked under the writer's hands: what came too late is shown and can be taken along. [A1]
  if (phase === "left-out") return <Unsaved text={words.leftOut} {...{ session, state }} />;
  if (phase === "room-full") {
    return (
      <Unsaved text={words.roomFull} {...{ session, state }}>
        {again}
      </Unsaved>
    );
  }
  return state.isLarge && <Large />;
}

/** The drawing is beyond mending; the text is not. [E7] */
export function Broken({ session, state, reload }: Props) {
  return (
    <Unsaved text={words.broken} {...{ session, state }}>
      <Button act={reload}>{words.reload}</Button>
    </Unsaved>
  );
}

type UnsavedProps = Omit<Props, "reload"> & { text: string; children?: ReactNode };

function Unsaved({ text, session: { doc, connection }, state, children }: UnsavedProps) {
  const { said, copy } = useCopying();
  const { hasUnsaved, phase } = state;
  const notice = useInSight();
  const paragraphs = useMemo(
    () => (hasUnsaved && phase ? unsavedParagraphs(doc, connection.unsavedFrom()) : []),
    [doc, connection, hasUnsaved, phase],
  );
  return (
    <section className="notice" data-stays data-tone={hasUnsaved ? "bad" : "warn"} role="alert" ref={notice}>
      <p>{text}</p>
      {hasUnsaved && paragraphs.length === 0 && <p>{words.onlyDeleted}</p>}
      <Paragraphs label={words.notSaved} paragraphs={paragraphs} />
      <div className="row">
        {paragraphs.length > 0 && (
          <Button act={() => copy(copied(asText(paragraphs)))} isFirst>
            {words.copyUnsaved}
          </Button>
        )}
        <Button act={() => copy(copyText(doc))}>{words.copyAll}</Button>
        {children}
        <Said said={said} />
      </div>
    </section>
  );
}

type EarlierProps = { paragraphs: readonly UnsavedParagraph[]; isCut: boolean; dismiss: () => void };

/** What was not saved before the page was loaded anew. */
export function Earlier({ paragraphs, isCut, dismiss }: EarlierProps) {
  const { said, copy } = useCopying();
  if (paragraphs.length === 0) return null;
  return (
    <section className="notice" data-tone="warn" aria-label={words.earlier}>
      <p>{words.earlier}</p>
      <Paragraphs label={words.earlierNotSaved} paragraphs={paragraphs} />
      {isCut && <p>{words.earlierCut}</p>}
      <div className="row">
        <Button act={() => copy(copied(asText(paragraphs)))}>{words.copyEarlier}</Button>
        <Button act={dismiss}>{words.dismiss}</Button>
        <Said said={said} />
      </div>
    </section>
  );
}

function Large() {
  const [isSeen, setSeen] = useState(false);
  if (isSeen) return null;
  return (
    <section className="notice" role="status">
      <p>{words.large}</p>
      <Button act={() => setSeen(true)}>{words.close}</Button>
    </section>
  );
}

/** In reading order, each run below its heading; what is long scrolls in itself. */
export function Paragraphs({ label, paragraphs }: { label: string; paragraphs: readonly UnsavedParagraph[] }) {
  if (paragraphs.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="unsaved" aria-label={label} tabIndex={0}>
      {paragraphs.map(({ heading, text, upTo }, index) => (
        <div key={`${upTo} ${text.length}`}>
          {heading !== "" && heading !== paragraphs[index - 1]?.heading && <p className="soft small">{heading}</p>}
          <p className="unsaved-text">{text}</p>
        </div>
      ))}
    </section>
  );
}

function SignInElsewhere() {
  return (
    <a className="button" data-kind="quiet" data-size="small" href="/log-ind" target="_blank" rel="noreferrer">
      {words.signIn}
    </a>
  );
}

export function Button({ act, isFirst, children }: { act: () => void; isFirst?: boolean; children: ReactNode }) {
  return (
    <button type="button" className="button" data-kind={isFirst ? undefined : "quiet"} data-size="small" onClick={act}>
      {children}
    </button>
  );
}

/** Where it does not stay in sight by itself (a narrow screen) it is brought there once: writing has stopped. */
function useInSight() {
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = notice.current?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > innerHeight)) notice.current?.scrollIntoView({ block: "start" });
  }, []);
  return notice;
}

export function useCopying() {
  const [said, setSaid] = useState("");
  const copy = (answer: Promise<string>) => void answer.then(setSaid);
  return { said, copy };
}

export function Said({ said }: { said: string }) {
  return (
    <span className="small" role="status">
      {said}
    </span>
  );
}
