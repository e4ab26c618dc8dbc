import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField } from "~/components/field";
import { centers as words } from "~/words/centers";
import { centerKinds } from "~/words/people";

export type Center = {
  id: string;
  name: string;
  shortName: string;
  kind: "center" | "council";
  members: number;
  state: "open" | "closing" | "closed";
  closedOn: string | null;
  successor: { id: string; name: string } | null;
};

type Props = { center: Center; centers: readonly Center[]; answer: unknown };

/** One center: what it is called, and when it closes. */
export function Chosen({ center, centers, answer }: Props) {
  return (
    <div id="valgt" className="section chosen-center">
      <Answered answer={answer} command="rename">
        <Rename center={center} />
      </Answered>
      <Answered answer={answer} command="close">
        <Close center={center} centers={centers} />
      </Answered>
    </div>
  );
}

function Rename({ center }: { center: Center }) {
  return (
    <Form method="post" className="form section" noValidate aria-labelledby="rename">
      <div>
        <h2 id="rename">{words.rename.title(center.name)}</h2>
        <p className="soft">{words.rename.lead}</p>
      </div>
      <ErrorSummary />
      <input type="hidden" name="centerId" value={center.id} />
      <Names name={center.name} shortName={center.shortName} />
      <Button name="command" value="rename" kind="quiet">
        {words.rename.submit}
      </Button>
    </Form>
  );
}

function Names({ name, shortName }: { name?: string; shortName?: string }) {
  return (
    <>
      <Field name="centerName" label={words.name} defaultValue={name} maxLength={120} />
      <Field
        name="shortName"
        label={words.shortName}
        hint={words.shortNameHint}
        defaultValue={shortName}
        maxLength={40}
        width="medium"
      />
    </>
  );
}

function Close({ center, centers }: Omit<Props, "answer">) {
  const others = centers.filter(({ id, state }) => id !== center.id && state === "open");
  return (
    <Form method="post" className="form section" noValidate aria-labelledby="close">
      <div>
        <h2 id="close">{words.close.title(center.name)}</h2>
        <p className="soft">{words.close.lead}</p>
        <p className="soft">{words.close.stays}</p>
      </div>
      <ErrorSummary />
      <input type="hidden" name="centerId" value={center.id} />
      <Field
        name="closedOn"
        label={words.close.closedOn}
        hint={words.close.closedOnHint}
        type="date"
        width="medium"
        defaultValue={center.closedOn ?? undefined}
      />
      <SelectField name="successorId" label={words.close.successor} defaultValue={center.successor?.id ?? ""}>
        <option value="">{words.close.choose}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="row">
        <Button name="command" value="close">
          {words.close.submit}
        </Button>
        {center.state === "closing" && (
          <Button name="command" value="reopen" kind="quiet">
            {words.reopen.submit}
          </Button>
        )}
      </div>
    </Form>
  );
}

export function Create({ answer }: { answer: unknown }) {
  return (
    <Answered answer={answer} command="create">
      <Form method="post" className="form section" noValidate aria-labelledby="create">
        <div>
          <h2 id="create">{words.create.title}</h2>
        </div>
        <ErrorSummary />
        <Names />
        <SelectField name="kind" label={words.kind} hint={words.kindHint} width="medium">
          {Object.entries(centerKinds).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button name="command" value="create">
          {words.create.submit}
        </Button>
      </Form>
    </Answered>
  );
}
