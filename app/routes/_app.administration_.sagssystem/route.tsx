import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { acts, field, loads } from "~/answering";
import { Answered } from "~/components/answered";
import { Notice, Page, PageHeader } from "~/components/page";
import { adapterNames, caseSystem as words } from "~/words/case-system";
import { administration } from "~/words/oversight";
import { shell } from "~/words/shell";
import type { AdapterName, CaseSystemPage, CaseSystemTrial } from "../../../server/exports/shapes";
import { Setup } from "./setup";
import { Trial } from "./trial";
import "./case-system.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(({ services, viewer, url }) =>
  services.exports.caseSystem(viewer, url.searchParams.get("system")),
);

export const action = acts(async ({ services, viewer, form }) => {
  const command = field(form, "command");
  if (command === "try") return { done: command, trial: await services.exports.tryCaseSystem(viewer, form) };
  if (command !== "save" && command !== "choose") throw data({ code: "not-found" }, { status: 404 });
  form.set("choose", command === "choose" ? "yes" : "");
  await services.exports.saveCaseSystem(viewer, form);
  return { done: command, trial: null };
});

export default function CaseSystem() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer && "done" in answer ? answer : null;
  const said = done && <Said done={done.done} trial={done.trial} chosen={page.chosen} />;
  return (
    <Page>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ to: "/administration", text: administration.title }]}
        meta={<span>{words.now(adapterNames[page.chosen])}</span>}
      />
      {page.elsewhere > 0 && <Notice>{words.elsewhere(page.elsewhere)}</Notice>}
      <Systems page={page} />
      <Answered answer={answer}>
        {/* Another system has other fields; what was typed for one is nothing to the next. */}
        <Setup key={page.shown} page={page} said={said} />
      </Answered>
    </Page>
  );
}

type SaidProps = { done: string; trial: CaseSystemTrial | null; chosen: AdapterName };

function Said({ done, trial, chosen }: SaidProps) {
  if (trial) return <Trial trial={trial} />;
  return <p>{done === "choose" ? words.chosen(adapterNames[chosen]) : words.saved}</p>;
}

function Systems({ page: { chosen, shown } }: { page: CaseSystemPage }) {
  const names = Object.entries(adapterNames) as [AdapterName, string][];
  const row = useRef<HTMLElement>(null);
  // On a narrow screen the row scrolls.
  useEffect(() => {
    row.current?.querySelector(`[href$="=${shown}"]`)?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [shown]);
  return (
    <nav className="tabs" aria-label={words.systems} ref={row}>
      {names.map(([name, text]) => (
        <Link
          key={name}
          to={`?system=${name}`}
          preventScrollReset
          {...(name === shown ? { "aria-current": "page" as const } : {})}
        >
          {text} {name === chosen && <span className="in-use">{words.inUse}</span>}
        </Link>
      ))}
    </nav>
  );
}
