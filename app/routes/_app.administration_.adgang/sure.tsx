import { Form } from "@remix-run/react";
import { Button } from "~/components/button";

type Props = { summary: string; label: string; text: string; sure: string; children: Record<string, string> };

/** What cannot be taken back is asked for twice. Needs no script. `children`: the fields of the form. */
export function Sure({ summary, label, text, sure, children: fields }: Props) {
  return (
    <details className="sure">
      <summary aria-label={label}>{summary}</summary>
      <Form method="post" className="stack">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="small">{text}</p>
        <Button kind="bad" size="small" aria-label={label}>
          {sure}
        </Button>
      </Form>
    </details>
  );
}
