import { Form, Link } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { SelectField } from "~/components/field";
import { addendum as words } from "~/words/addendum";
import type { PartsPage } from "../../../server/sign-offs/shapes";

type Props = {
  page: Pick<PartsPage, "responseId" | "status">;
  addendum: NonNullable<PartsPage["addendum"]>;
  answer: unknown;
};

/** A guest municipality's own section of the text: where it stands, or the button that adds it. */
export function Addendum({ page, addendum: { municipality, blockId, centers }, answer }: Props) {
  return (
    <section aria-labelledby="addendum">
      <h2 id="addendum">{words.title(municipality)}</h2>
      <p className="soft prose">{words.lead}</p>
      {blockId ? (
        <p role="status">
          {words.added} <Link to={`/svar/${page.responseId}#b-${blockId}`}>{words.goTo}</Link>
        </p>
      ) : centers.length > 0 ? (
        <Answered answer={answer} command="add-addendum">
          <Add municipality={municipality} centers={centers} />
        </Answered>
      ) : (
        <p>{page.status === "writing" ? words.notYet : words.closed}</p>
      )}
    </section>
  );
}

function Add({ municipality, centers }: Omit<Props["addendum"], "blockId">) {
  const [only] = centers.length === 1 ? centers : [];
  return (
    <Form method="post" className="form" preventScrollReset>
      <ErrorSummary />
      {only ? (
        <input type="hidden" name="centerId" value={only.id} />
      ) : (
        <SelectField name="centerId" label={words.center} width="medium">
          {centers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <div>
        <Button name="command" value="add-addendum">
          {words.add(municipality)}
        </Button>
      </div>
    </Form>
  );
}
