import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, TextField } from "~/components/field";
import { adapterNames, caseSystem as words } from "~/words/case-system";
import { dateAndTime } from "~/words/time";
import type { AdapterName, CaseSystemPage } from "../../../server/exports/shapes";

type Name = keyof typeof words.fields;

/** The fields of each system, in the order one is asked for them. */
const FIELDS: Record<AdapterName, readonly Name[]> = {
  folder: [],
  webdav: ["address", "user"],
  sftp: ["host", "port", "user", "hostKey", "outFolder", "inFolder"],
  sbsys: ["address", "tokenAddress", "clientId", "documentKind"],
  getorganized: ["address", "user"],
  nova: ["address", "tokenAddress", "clientId", "unitId", "unitName"],
};
const OPTIONAL: readonly Name[] = ["port", "documentKind", "unitId", "unitName"];
const SHORT: readonly Name[] = ["port"];
const MEDIUM: readonly Name[] = ["documentKind", "unitId", "unitName", "user", "clientId"];

/** How the shown system is reached. The secret is never in the page: an empty field keeps the one there is. */
export function Setup({ page, said }: { page: CaseSystemPage; said: ReactNode }) {
  const { shown, settings, changed, secret } = page;
  return (
    <section className="panel stack" aria-labelledby="setup">
      <h2 id="setup">{adapterNames[shown]}</h2>
      <p>{words.about[shown]}</p>
      <Form method="post" className="form" noValidate autoComplete="off" preventScrollReset>
        <ErrorSummary />
        <input type="hidden" name="adapter" value={shown} />
        {FIELDS[shown].map((name) => (
          <Setting key={name} name={name} hint={words.hints[shown]?.[name]} value={settings[name]} />
        ))}
        {shown !== "folder" && <Secret shown={shown} state={secret} />}
        <Commands page={page} />
      </Form>
      {/* Where one has just pressed. */}
      <div role="status">{said}</div>
      {changed && <p className="soft small">{words.changed(changed.by, dateAndTime(changed.at))}</p>}
    </section>
  );
}

function Setting({ name, hint, value }: { name: Name; hint: string | undefined; value: string | undefined }) {
  return (
    <Field
      name={name}
      label={words.fields[name]}
      {...(hint ? { hint } : {})}
      defaultValue={value ?? ""}
      isOptional={OPTIONAL.includes(name)}
      width={SHORT.includes(name) ? "short" : MEDIUM.includes(name) ? "medium" : "full"}
      spellCheck={false}
      autoComplete="off"
    />
  );
}

function Secret({ shown, state }: { shown: AdapterName; state: CaseSystemPage["secret"] }) {
  const given = {
    name: "secret",
    label: words.secret.label[shown] ?? words.secret.password,
    hint: words.secret[state],
    autoComplete: "new-password",
    spellCheck: false,
  };
  // A private key has many lines.
  return shown === "sftp" ? <TextField {...given} rows={5} /> : <Field {...given} type="password" width="medium" />;
}

function Commands({ page: { shown, chosen } }: { page: CaseSystemPage }) {
  const { state, formData } = useNavigation();
  const isTrying = state === "submitting" && formData?.get("command") === "try";
  const isChosen = shown === chosen;
  return (
    <div className="row">
      {!isChosen && (
        <Button name="command" value="choose">
          {shown === "folder" ? words.chooseFolder : words.choose(adapterNames[shown])}
        </Button>
      )}
      {shown !== "folder" && (
        <Button name="command" value="save" {...(isChosen ? {} : { kind: "quiet" as const })}>
          {words.save}
        </Button>
      )}
      <Button name="command" value="try" kind="quiet">
        {isTrying ? words.trying : words.tryIt}
      </Button>
    </div>
  );
}
