import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { loads } from "~/answering";
import { ClientOnly } from "~/components/client-only";
import { Notice } from "~/components/page";
import { useClaimAhead } from "~/editor/use-claim-ahead";
import { useNonce } from "~/nonce";
import { response as words } from "~/words/review";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import { useResponse } from "../_app.svar.$responseId/use-response";
import { useFollowing } from "./use-following";
import "./writing.css";

export const meta: MetaFunction = ({ matches }) => {
  const page = matches.find(({ id }) => id === "routes/_app.svar.$responseId")?.data as { title: string } | undefined;
  return [{ title: shell.title(page?.title ?? "") }];
};

/** The editor is the one part that needs the browser; there its chunk is asked for while React takes the page over. */
const chunk = typeof document === "undefined" ? null : import("~/editor/response-editor");
const ResponseEditor = lazy(async () => ({
  default: (await (chunk ?? import("~/editor/response-editor"))).ResponseEditor,
}));

export const loader = loads(({ viewer }) => ({ person: { id: viewer.id, name: viewer.name } }));

export default function Writing() {
  const { person } = useLoaderData<typeof loader>();
  const page = useResponse();
  const nonce = useNonce();
  const follow = useFollowing(page.access);
  const ahead = useClaimAhead(page.documentId);
  return (
    <>
      {page.returned && page.status === "writing" && (
        <Notice tone="warn" title={words.returned(page.returned.by, dateAndTime(page.returned.at))}>
          <p>{page.returned.reason}</p>
        </Notice>
      )}
      <ClientOnly fallback={<Skeleton />}>
        {() => (
          <Suspense fallback={<Skeleton />}>
            <ResponseEditor key={page.documentId} {...{ page, person, nonce, ahead }} onState={follow} />
          </Suspense>
        )}
      </ClientOnly>
    </>
  );
}

/** Holds the editor's place until it is there. */
function Skeleton() {
  return (
    <div className="writing-skeleton" role="status">
      <p className="visually-hidden">{words.loading}</p>
      <noscript>{words.needsScript}</noscript>
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  );
}
