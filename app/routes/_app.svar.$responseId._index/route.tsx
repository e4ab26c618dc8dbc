import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { loads, param } from "~/answering";
import { apart } from "~/components/apart";
import { ClientOnly } from "~/components/client-only";
import { later } from "~/components/later";
import { Notice } from "~/components/page";
import { AnswersContext } from "~/editor/links/answers/answers";
import { type Remark, RemarksContext } from "~/editor/returned/context";
import { useClaimAhead } from "~/editor/use-claim-ahead";
import { useNonce } from "~/nonce";
import { refreshAfterConflict } from "~/refreshing";
import { response as words } from "~/words/response";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import { Opening } from "./opening";
import { useAround } from "./use-around";
import { useClauseAnswers } from "./use-clause-answers";
import { useFollowing } from "./use-following";
import "./writing.css";

/** Read before it is pressed. */
const Versions = apart(() => import("./versions").then((part) => part.Versions));

export const meta: MetaFunction = ({ matches }) => {
  const page = matches.find(({ id }) => id === "routes/_app.svar.$responseId")?.data as { title: string } | undefined;
  return [{ title: shell.title(page?.title ?? "") }];
};

/** The editor is the one part that needs the browser; there its chunk is asked for while React takes the page over. */
let chunk = typeof document === "undefined" ? null : import("~/editor/response-editor");
// It is told where the part is waited for.
chunk?.catch(() => {});
const ResponseEditor = later(
  () => {
    const asked = chunk ?? import("~/editor/response-editor");
    chunk = null;
    return asked.then((part) => part.ResponseEditor);
  },
  ({ waiting }) => <Waiting>{waiting}</Waiting>,
  ({ waiting }, again) => <EditorMissing again={again}>{waiting}</EditorMissing>,
);

/** Nothing is asked for under the hand of who writes. */
export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services, viewer, params }) => ({
  page: await services.responses.page(viewer, param(params, "responseId")),
  person: { id: viewer.id, name: viewer.name, key: services.identity.machineKey(viewer) },
  lines: await services.responses.opening(viewer, param(params, "responseId")),
}));

const NO_REMARKS: readonly Remark[] = [];

export default function Writing() {
  const { page: loaded, person, lines } = useLoaderData<typeof loader>();
  const { page, ask, send, secondLook } = useAround(loaded);
  const answers = useClauseAnswers(page);
  const nonce = useNonce();
  const follow = useFollowing(page.access, ask);
  const ahead = useClaimAhead(page.documentId);
  const remarks = page.status === "writing" ? (page.returned?.remarks ?? NO_REMARKS) : NO_REMARKS;
  const waiting = lines.length > 0 ? <Opening lines={lines} canWrite={page.access === "write"} /> : null;
  return (
    <>
      <div className="writing-notices">
        {page.returned && page.status === "writing" && (
          <Notice tone="warn" title={words.returned(page.returned.by, dateAndTime(page.returned.at))}>
            <p>{page.returned.reason}</p>
          </Notice>
        )}
        <Versions loaded={loaded.consultation} page={page} send={send} />
      </div>
      <ClientOnly fallback={<Waiting>{waiting}</Waiting>}>
        {() => (
          <AnswersContext.Provider value={answers}>
            <RemarksContext.Provider value={remarks}>
              <ResponseEditor
                key={page.documentId}
                {...{ page, secondLook, person, nonce, ahead, waiting }}
                onState={follow}
              />
            </RemarksContext.Provider>
          </AnswersContext.Provider>
        )}
      </ClientOnly>
    </>
  );
}

/** Until the editor is there: the first of the text, or what holds its place. */
function Waiting({ children }: { children: ReactNode }) {
  return (
    <>
      <div role="status">
        <p className="visually-hidden">{words.loading}</p>
        <noscript>{words.needsScript}</noscript>
      </div>
      {children ?? (
        <div className="writing-skeleton">
          <div className="skeleton" />
          <div className="skeleton" />
        </div>
      )}
    </>
  );
}

/** What can be read of the text stays, and above it stands that the rest has not come. [E40] */
function EditorMissing({ again, children }: { again: () => void; children: ReactNode }) {
  return (
    <>
      <div role="alert">
        <Notice tone="warn">
          <p>{words.missing}</p>
          <button type="button" className="button" data-kind="quiet" data-size="small" onClick={again}>
            {words.again}
          </button>
        </Notice>
      </div>
      {children}
    </>
  );
}
