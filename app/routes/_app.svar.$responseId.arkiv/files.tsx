import { Link } from "@remix-run/react";
import { AttachedList } from "~/components/attached-list";
import { Hash } from "~/components/hash";
import { files } from "~/words/files";
import { filing as words } from "~/words/filing";
import { review } from "~/words/review";
import { dateAndTime } from "~/words/time";
import type { FilingPage } from "../../../server/exports/shapes";

type Props = Pick<FilingPage, "attached"> & {
  approved: NonNullable<FilingPage["approved"]>;
  responseId: string;
  mayExport: boolean;
};

/** The approved version, and its two files. Plain links: the browser downloads, no script needed. */
export function Files({ approved, attached, responseId, mayExport }: Props) {
  const way = `/svar/${responseId}/filer/${approved.versionId}`;
  return (
    <section className="panel stack" aria-labelledby="files">
      <h2 id="files">{words.files}</h2>
      <p>{words.approved(approved.approvedBy, dateAndTime(approved.approvedAt))}</p>
      {mayExport && (
        <div className="row">
          <a className="button" data-kind="quiet" href={`${way}/docx`} download>
            {words.docx}
          </a>
          <a className="button" data-kind="quiet" href={`${way}/pdf`} download>
            {words.pdf}
          </a>
        </div>
      )}
      <Link to={`/svar/${responseId}/arkiv/filer`}>{files.link}</Link>
      <AttachedList attached={attached} />
      <p className="soft small">{words.filesLead}</p>
      <div className="soft small">
        <p>
          {words.version(approved.number)} · {review.fingerprint}
        </p>
        <Hash sha256={approved.sha256} />
      </div>
    </section>
  );
}
