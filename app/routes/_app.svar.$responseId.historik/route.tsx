import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { Notice } from "~/components/page";
import { history as words } from "~/words/history";
import { shell } from "~/words/shell";
import type { HistoryPage } from "../../../server/history/shapes";
import { Compared } from "./compared";
import { Restored } from "./restored";
import { Restoring } from "./restoring";
import { Sittings } from "./sittings";
import { Slider } from "./slider";
import { Versions } from "./versions";
import { Waiting } from "./waiting";
import { WhoContext, whoIs } from "./who";
import { WrittenText } from "./written";
import "./history.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer, params, url: { searchParams } }) => {
  const asked = { at: searchParams.get("t"), against: searchParams.get("mod"), restore: searchParams.get("gendan") };
  const page = await services.history.page(viewer, param(params, "responseId"), asked);
  return { page, isRestored: searchParams.has("gendannet") };
});

export const action = acts(async ({ services: { history }, viewer, params, form }) => {
  const responseId = param(params, "responseId");
  switch (field(form, "command")) {
    case "name-version":
      await history.nameVersion(viewer, responseId, form);
      return { done: "named" as const };
    case "restore":
      await history.restore(viewer, responseId, form);
      return redirect(`/svar/${responseId}/historik?gendannet`);
    default:
      throw data({ code: "not-found" }, { status: 404 });
  }
});

export default function History() {
  const { page, isRestored } = useLoaderData<typeof loader>();
  return page.isReady ? <Ready page={page} isRestored={isRestored} /> : <Waiting rows={page.rows} total={page.total} />;
}

type Page = Extract<HistoryPage, { isReady: true }>;

function Ready({ page, isRestored }: { page: Page; isRestored: boolean }) {
  const answer = useActionData<typeof action>();
  const { view } = page;
  return (
    <WhoContext.Provider value={whoIs(page.writers)}>
      <div className="history">
        <Slider page={page} />
        <div className="history-main">
          {isRestored && <Restored headSeq={page.headSeq} responseId={page.responseId} />}
          {view.kind === "text" && <WrittenText page={page} view={view} />}
          {view.kind === "compared" && <Compared page={page} view={view} />}
          {view.kind === "restoring" && <Restoring page={page} view={view} answer={answer} />}
        </div>
        <aside className="history-side">
          {answer && "done" in answer && answer.done === "named" && (
            <Notice tone="good">
              <p role="status">{words.versions.saved}</p>
            </Notice>
          )}
          <Versions page={page} answer={answer} />
          <Sittings page={page} />
        </aside>
      </div>
    </WhoContext.Provider>
  );
}
