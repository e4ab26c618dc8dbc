import { type FormEvent, useState } from "react";
import { useAnsweredField } from "~/components/answered";
import { type Block, textOf } from "~/document-model/document";
import { approval } from "~/words/approval";
import { returned } from "~/words/returned";
import { DECISION } from "./decide";

const { remark: words } = approval;
const PREFIX = "remark.";

/** Room for a remark on one paragraph, folded away until it is wanted. Works before the script is there. [A14] */
export function RemarkField({ block }: { block: Block }) {
  const name = `${PREFIX}${block.id}`;
  const { id, error, kept } = useAnsweredField(name);
  const text = textOf(block).trim();
  if (!text) return null;
  return (
    <details className="remark" open={kept ? true : undefined}>
      <summary aria-label={`${words.open}${words.to(beginning(text))}`}>{words.open}</summary>
      <label className="visually-hidden" htmlFor={id}>
        {returned.remark}
      </label>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        className="input"
        id={id}
        name={name}
        form={DECISION}
        rows={3}
        maxLength={2000}
        defaultValue={typeof kept === "string" ? kept : ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
    </details>
  );
}

function beginning(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).trimEnd()} …` : text;
}

/** How many remarks have been typed; to be called with what is typed anywhere around them. */
export function useRemarkCount() {
  const [count, setCount] = useState(0);
  const onInput = (event: FormEvent<HTMLElement>) => {
    const fields = event.currentTarget.querySelectorAll<HTMLTextAreaElement>(`textarea[name^="${PREFIX}"]`);
    setCount([...fields].filter((field) => field.value.trim() !== "").length);
  };
  return { count, onInput };
}
