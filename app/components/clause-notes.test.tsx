import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ClauseId } from "../../db/ids";
import type { ClauseRow } from "../../server/agreements/shapes";
import { ClauseNotes } from "./clause-notes";

const clause: ClauseRow = {
  ...{ id: "k" as ClauseId, parentId: null, depth: 0, kind: "clause", number: "3.2" },
  ...{ heading: "Udskrivning", text: "Kommunen får besked dagen før.", path: "3 Borgeren › 3.2 Udskrivning" },
};

test("[Q28] a clause's words are in its fold once the script has put them there; before that the fold leads to a page with them", () => {
  const notes = (hasWords: boolean) =>
    renderToStaticMarkup(
      <ClauseNotes
        links={[{ kind: "clause", id: clause.id, center: "c" }]}
        clauses={new Map([[clause.id, clause]])}
        earlier={new Map()}
        hasWords={hasWords}
      />,
    );
  expect(notes(true)).toContain("Kommunen får besked dagen før.");
  expect(notes(false)).not.toContain("Kommunen får besked dagen før.");
  expect(notes(false)).toContain("3.2 Udskrivning");
  expect(notes(false)).toContain('<a href="?alle=1">Vis bestemmelsernes ordlyd</a>');
});
