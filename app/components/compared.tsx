import { useMemo } from "react";
import { type ComparedWords, compareWords, type Span } from "~/document-model/compare";
import { compared as words } from "~/words/comparison";
import { useMatches } from "./use-matches";
import "./compared.css";

export type ComparedLayout = "side-by-side" | "inline";

type Texts = { before: string; after: string };
type Props = Texts & { layout: ComparedLayout; labels?: Texts };

/** So long a change is not struck through or underlined from end to end, which nobody can read: it is framed and named. */
const LONG = 500;

/** Two texts and what differs between them, word by word. On a narrow screen always in one line of reading. */
export function Compared({ before, after, ...rest }: Props) {
  const texts = useMemo(() => compareWords(before, after), [before, after]);
  return <ComparedTexts texts={texts} {...rest} />;
}

type TextsProps = Omit<Props, keyof Texts> & { texts: ComparedWords };

/** The same for texts that have been compared already. */
export function ComparedTexts({ texts, layout, labels }: TextsProps) {
  const isNarrow = useMatches("(max-width: 44rem)");
  const shown = isNarrow ? "inline" : layout;
  return (
    <div className="compared" data-layout={shown}>
      {texts.by !== "words" && <p className="compared-note">{words.by[texts.by]}</p>}
      {shown === "inline" ? (
        <p>
          <Spans spans={texts.inline} />
        </p>
      ) : (
        <>
          <Side label={labels?.before ?? words.before} isLabelled={labels !== undefined} spans={texts.before} />
          <Side label={labels?.after ?? words.after} isLabelled={labels !== undefined} spans={texts.after} />
        </>
      )}
    </div>
  );
}

function Side({ label, isLabelled, spans }: { label: string; isLabelled: boolean; spans: readonly Span[] }) {
  return (
    <div>
      <div className={isLabelled ? "compared-label" : "visually-hidden"}>{label}</div>
      <p>
        <Spans spans={spans} />
      </p>
    </div>
  );
}

/** Words as they are kept, taken out and put in. */
export function Spans({ spans }: { spans: readonly Span[] }) {
  let at = 0;
  return spans.map((span) => {
    const key = at;
    at += span.text.length;
    return <Changed key={key} span={span} />;
  });
}

function Changed({ span: { kind, text } }: { span: Span }) {
  if (kind === "kept") return text;
  const Mark = kind === "removed" ? "del" : "ins";
  return (
    <Mark data-long={text.length > LONG ? "" : undefined}>
      <span className="compared-mark">{words[kind]} </span>
      {text}
      <span className="visually-hidden"> {words.end} </span>
    </Mark>
  );
}
