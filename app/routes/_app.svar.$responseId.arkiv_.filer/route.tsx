import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loads, param } from "~/answering";
import { Hash } from "~/components/hash";
import { refreshAfterConflict } from "~/refreshing";
import { files as words } from "~/words/files";
import { filing as said } from "~/words/filing";
import { review } from "~/words/review";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import type { FilesPage } from "../../../server/exports/shapes";
import { Choices, DRAFTS, FILES } from "./choices";
import { Problems } from "./problems";
import { WithTalk } from "./with-talk";
import "./files.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  services.exports.files(viewer, param(params, "responseId")),
);

/** Every file there is of the approved text, or drafts of what is still written. */
export default function Files() {
  const { responseId, approved, problems, can } = useLoaderData<typeof loader>();
  return (
    <>
      <Problems responseId={responseId} problems={problems} isApproved={approved !== null} />
      {approved ? (
        <Approved approved={approved} responseId={responseId} />
      ) : (
        <Draft responseId={responseId} mayDraft={can.draft} />
      )}
    </>
  );
}

function Draft({ responseId, mayDraft }: { responseId: string; mayDraft: boolean }) {
  return (
    <section className="files" aria-labelledby="draft">
      <h2 id="draft">{words.draft.title}</h2>
      <p className="soft prose">{mayDraft ? words.draft.lead : words.draft.none}</p>
      {mayDraft && <Choices groups={DRAFTS} way={`/svar/${responseId}/udkast`} />}
      {mayDraft && <WithTalk responseId={responseId} />}
    </section>
  );
}

type Props = { approved: NonNullable<FilesPage["approved"]>; responseId: string };

function Approved({ approved, responseId }: Props) {
  return (
    <section className="files" aria-labelledby="approved">
      <h2 id="approved">{words.approved.title}</h2>
      <p className="prose">
        {said.approved(approved.approvedBy, dateAndTime(approved.approvedAt))}.{" "}
        <span className="soft">{words.approved.lead}</span>
      </p>
      <Choices groups={FILES} way={`/svar/${responseId}/filer/${approved.versionId}`} />
      <div className="soft small">
        {said.version(approved.number)} · {review.fingerprint} <Hash sha256={approved.sha256} />
      </div>
    </section>
  );
}
