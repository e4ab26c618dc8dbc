import { Link } from "@remix-run/react";
import { useRefusal } from "~/components/answered";
import { Field } from "~/components/field";
import { Notice } from "~/components/page";
import { filing } from "~/words/filing";
import { filingForm } from "~/words/filing-form";
import type { FilingPage } from "../../../server/exports/shapes";
import { attachedWithCpr } from "../../document-model/attached";

const { cpr: words } = filingForm;

/** Each place that looks like a CPR number, with its paragraph and the way there, and room for the reason why it stays. [F5] */
export function Cpr({
  places,
  attached,
  responseId,
}: Pick<FilingPage, "attached"> & { places: FilingPage["cpr"]; responseId: string }) {
  const { code, fields } = useRefusal();
  // What the server has found counts, also where the page is older than that.
  const files = attachedWithCpr({ attached });
  const isKnown = places.length + files.length > 0;
  const found = isKnown || code !== "cpr-found" ? places : Object.keys(fields).map(placeOf);
  if (found.length + files.length === 0) return null;
  return (
    <Notice tone="warn" title={words.title(found.length + files.length)}>
      <p>{words.lead}</p>
      <ul>
        {found.map(({ blockId, words: around }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph may have several.
          <li key={index}>
            <Link to={`/svar/${responseId}/godkendelse#b-${blockId}`}>{around}</Link>
          </li>
        ))}
        {files.map(({ id, fileName }) => (
          <li key={id}>
            <a href={`/bilag/${id}`} download>
              {fileName}
            </a>
          </li>
        ))}
      </ul>
      <Field name="cprReason" label={words.reason} hint={words.hint} maxLength={500} />
    </Notice>
  );
}

function placeOf(blockId: string, index: number) {
  return { blockId, words: filing.cpr.place(index + 1) };
}
