import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { LeftOut, LeftOutKind } from "../../document-model/incoming/shapes";
import { leftOut, refusedWords, paste as words } from "../../words/paste";
import { refusalSentence } from "../../words/refusals";
import { copied } from "../copy-text";
import { useKeptNews } from "./kept-news";
import type { News } from "./news";
import { showQuote } from "./show-quote";
import { useWordFiles } from "./word-file";
import "./paste.css";

type Props = { editor: Editor; responseId: string; personId: string; canWrite: boolean };

/** What was put in last and what did not fit: at the bottom of the window until it is closed, in the way of nothing. [E20] */
export function PasteNotice({ editor, responseId, personId, canWrite }: Props) {
  useWordFiles(editor, responseId, canWrite);
  const { news } = editor.storage.incoming;
  useKeptNews(news, { responseId, personId });
  const now = useSyncExternalStore(news.subscribe, news.get, () => null);
  const close = () => {
    news.tell(null);
    editor.commands.focus();
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {now && spoken(now)}
      </p>
      {now && !isSaidInPlace(now) && <Card key={keyOf(now)} {...{ editor, now, close }} />}
    </>
  );
}

/** A picture is refused where it was to be; that is enough. */
function isSaidInPlace(now: News): boolean {
  return now.is === "refused" && now.code === "picture";
}

function spoken(now: News): string {
  // Each step of it would be said aloud.
  if (now.is === "reading") return "share" in now ? words.readingPaste : words.reading(now.fileName);
  if (now.is === "refused") return refusedWords(now.code, refusalSentence);
  return [headOf(now), ...grouped(now.left).map(([kind, all]) => named(kind, all))].filter(Boolean).join(" ");
}

function keyOf(now: News): string {
  return now.is === "in" ? `in ${now.fileName} ${now.left.length}` : now.is;
}

type CardProps = { editor: Editor; now: News; close: () => void };

function Card({ editor, now, close }: CardProps) {
  const card = useRef<HTMLElement>(null);
  const [said, setSaid] = useState("");
  useEscape(close);
  const left = now.is === "in" ? now.left : [];
  const text = textOf(left);
  const name = now.is !== "in" || !now.fileName ? words.label : words.labelOf(now.fileName);
  return (
    <section
      className="paste-notice"
      data-tone={now.is === "refused" ? "warn" : undefined}
      aria-label={name}
      ref={card}
    >
      {now.is === "reading" && <p>{"share" in now ? words.readingShare(now.share) : words.reading(now.fileName)}</p>}
      {now.is === "refused" && <p>{refusedWords(now.code, refusalSentence)}</p>}
      {now.is === "in" && <p className="paste-head">{headOf(now)}</p>}
      <ul className="plain-list paste-left">
        {grouped(left).map(([kind, all]) => (
          <Group key={kind} {...{ editor, kind, all }} />
        ))}
      </ul>
      {now.is !== "reading" && (
        <div className="row paste-acts">
          {text !== "" && (
            <button type="button" className="button" data-size="small" onClick={() => void copied(text).then(setSaid)}>
              {words.copy}
            </button>
          )}
          <button type="button" className="button" data-kind="quiet" data-size="small" onClick={close}>
            {words.close}
          </button>
          <span className="small" role="status">
            {said}
          </span>
        </div>
      )}
    </section>
  );
}

/** Kinds of which all words are in the text, only in another form. */
const CHANGED: readonly LeftOutKind[] = [
  "inserted",
  "struck",
  "nested-table",
  "deep-heading",
  "deep-list",
  "renumbered",
];

function headOf(now: Extract<News, { is: "in" }>): string {
  if (now.left.length === 0) return now.fileName ? words.done(now.fileName) : "";
  return now.left.every(({ kind }) => CHANGED.includes(kind)) ? words.changed : words.notAll;
}

function grouped(left: readonly LeftOut[]): [LeftOutKind, LeftOut[]][] {
  const groups = new Map<LeftOutKind, LeftOut[]>();
  for (const each of left) groups.set(each.kind, [...(groups.get(each.kind) ?? []), each]);
  // What holds words of somebody's comes first.
  const order = Object.keys(leftOut);
  return [...groups].sort(([one, ones], [other, others]) => {
    const hasWords = (all: LeftOut[]) => (all.some(hasTold) ? 0 : 1);
    return hasWords(ones) - hasWords(others) || order.indexOf(one) - order.indexOf(other);
  });
}

function named(kind: LeftOutKind, all: readonly LeftOut[]): string {
  const { one, many, what } = leftOut[kind];
  return `${all.length === 1 ? one : many(all.length)}. ${what}`;
}

/** Of these the words say nothing that the text does not say, or are no words of it. */
const UNTOLD: readonly LeftOutKind[] = ["image", "inserted"];

function hasTold({ kind, text }: LeftOut): boolean {
  return text !== "" && !UNTOLD.includes(kind);
}

function Group({ editor, kind, all }: { editor: Editor; kind: LeftOutKind; all: readonly LeftOut[] }) {
  const { one, many, what } = leftOut[kind];
  const told = all.filter(hasTold);
  return (
    <li>
      <p>
        <strong>{all.length === 1 ? one : many(all.length)}.</strong> {what}
      </p>
      {told.length > 0 && (
        <details className="unfold" open={kind === "comment"}>
          <summary>{kind === "comment" ? words.showComments : words.show}</summary>
          <ul className="plain-list paste-texts">
            {told.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index}>
                <Told editor={editor} {...each} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Told({ editor, text, by, quote }: LeftOut & { editor: Editor }) {
  return (
    <>
      {(by || quote) && (
        <p className="small soft">
          {by && <strong>{by}</strong>}
          {by && quote && " · "}
          {quote && words.about(shortened(quote))}{" "}
          {quote && (
            <button type="button" className="paste-goto" onClick={() => showQuote(editor, quote)}>
              {words.toPlace}
            </button>
          )}
        </p>
      )}
      <p className="paste-text">{text}</p>
    </>
  );
}

function shortened(quote: string): string {
  return quote.length > 80 ? `${quote.slice(0, 77).trimEnd()} …` : quote;
}

/** Everything that has words, as one text to paste elsewhere. */
function textOf(left: readonly LeftOut[]): string {
  return left
    .filter((each) => hasTold(each) && !CHANGED.includes(each.kind))
    .map(({ text, by, quote }) => [by, quote && words.about(quote), text].filter(Boolean).join("\n"))
    .join("\n\n");
}

/** Escape closes it from wherever one is, unless something nearer takes the key. */
function useEscape(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) latest.current();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
