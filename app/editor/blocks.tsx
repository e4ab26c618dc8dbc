import type { Editor } from "@tiptap/core";
import type { Source } from "./links/use-source";
import { useRemarks } from "./returned/remarks";
import { useQuotedClauses } from "./schema/quotes/use-quoted-clauses";
import { TableBar } from "./schema/tables/table-bar";
import { TemplateOffer } from "./templates/offer";
import type { Template } from "./templates/use-templates";

type Props = { editor: Editor; source: Source; canWrite: boolean; templates: readonly Template[] };

/** What stands around the text for the sake of its own parts: templates while it is empty, the bar of a table, quotes. */
export function Blocks({ editor, source, canWrite, templates }: Props) {
  useQuotedClauses(editor, source);
  useRemarks(editor);
  if (!canWrite) return null;
  return (
    <>
      <TemplateOffer editor={editor} templates={templates} />
      <TableBar editor={editor} />
    </>
  );
}
