import { type FormEvent, useState } from "react";
import { NewVersion } from "~/components/new-version";
import { Notice } from "~/components/page";
import { newVersion as words } from "~/words/new-version";
import type { ResponsePage } from "../../../server/responses/shapes";

type Props = {
  /** The version that the page came with. */
  loaded: ResponsePage["consultation"];
  page: ResponsePage;
  /** Sends a command without leaving the page; false when that did not succeed. */
  send: (form: FormData) => Promise<boolean>;
};

/** Above the live text: a newer version of the source to say yes or no to, and that the hearing has been moved under it. */
export function Versions({ loaded, page: { id, newer, consultation, can }, send }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const choose = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFailed(!(await send(asPressed(event))));
  };
  return (
    <>
      {newer && (
        <NewVersion
          newer={newer}
          label={consultation.sourceLabel}
          canFollow={can.sendForApproval}
          // For who presses before the script is here.
          action={`/svar/${id}/godkendelse`}
          onSubmit={(event) => void choose(event)}
        >
          <input type="hidden" name="consultationId" value={consultation.id} />
        </NewVersion>
      )}
      {hasFailed && (
        <Notice tone="bad">
          <p role="alert">{words.failed}</p>
        </Notice>
      )}
      <Followed key={consultation.versionId} isSo={consultation.versionId !== loaded.versionId} to={consultation} />
    </>
  );
}

/** What the button that was pressed says belongs to the form. */
function asPressed({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>): FormData {
  const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
  return new FormData(currentTarget, submitter);
}

/** Said once, until it is waved away: the source beside the text is another than it was. */
function Followed({ isSo, to }: { isSo: boolean; to: ResponsePage["consultation"] }) {
  const [isSeen, setSeen] = useState(false);
  return (
    <div role="status">
      {isSo && !isSeen && (
        <Notice>
          <p>{words.followed(to.sourceLabel)}</p>
          <button type="button" className="button" data-kind="quiet" data-size="small" onClick={() => setSeen(true)}>
            {words.seen}
          </button>
        </Notice>
      )}
    </div>
  );
}
