import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from "react";
import type { Answer } from "~/refusals";
import { shell } from "~/words/shell";
import { RefusalSentence } from "./refusal-sentence";

type Given = { answer: Answer | undefined; prefix: string };
const AnsweredContext = createContext<Given>({ answer: undefined, prefix: "f" });

/**
 * Around the fields of one form: hands each field its error and what was typed before the refusal.
 * `answer` is the action's; anything that is no refusal counts as none. Where a page has several forms, `command` is
 * the value of the button that sends this one, and other forms' refusals are not shown here.
 */
export function Answered({ answer, command, children }: { answer: unknown; command?: string; children: ReactNode }) {
  const prefix = useId();
  const isMine = isAnswer(answer) && (command === undefined || answer.values.command === command);
  const refused = isMine ? answer : undefined;
  return <AnsweredContext.Provider value={{ answer: refused, prefix }}>{children}</AnsweredContext.Provider>;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "refusal" in value && "values" in value;
}

/** What the form around it was refused with; `code` null when it was not. */
export function useRefusal(): { code: string | null; fields: Answer["refusal"]["fields"] } {
  return useContext(AnsweredContext).answer?.refusal ?? { code: null, fields: {} };
}

/** The id, error sentence and kept value of a field in the form around it. */
export function useAnsweredField(name: string): { id: string; error?: ReactNode; kept?: string | string[] } {
  const { answer, prefix } = useContext(AnsweredContext);
  const code = answer?.refusal.fields[name];
  const error = answer && code ? fieldError(answer, name, code) : undefined;
  return { id: `${prefix}-${name}`, error, kept: answer?.values[name] };
}

/** Whether a checkbox of the form around it was ticked when the form was refused. */
export function useKeptTicks(name: string): (value: string) => boolean {
  const { kept = [] } = useAnsweredField(name);
  return (value) => [kept].flat().includes(value);
}

/** What is wrong, first on the page and in focus, each line a way to its field. Silent when nothing is wrong. */
export function ErrorSummary() {
  const { answer, prefix } = useContext(AnsweredContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) box.current?.focus();
  }, [answer]);
  if (!answer) return null;
  const { code, said } = answer.refusal;
  // A code of its own says it all; "form" points at the fields.
  const fields = code === "form" ? Object.entries(answer.refusal.fields) : [];
  return (
    <div className="notice" data-tone="bad" role="alert" tabIndex={-1} ref={box}>
      <h2>{fields.length > 0 ? shell.summary : (said?.all ?? <RefusalSentence code={code} />)}</h2>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, code]) => (
            <li key={name}>
              <a href={`#${prefix}-${name}`}>{fieldError(answer, name, code)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function fieldError({ refusal: { said } }: Answer, name: string, code: string): ReactNode {
  return said?.fields[name] ?? <RefusalSentence code={code} field={name} />;
}
