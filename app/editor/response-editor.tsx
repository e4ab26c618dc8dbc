import { useEffect, useState } from "react";
import type { ResponsePage } from "../../server/responses/shapes";
import { editor as words } from "../words/editor";
import { type ConnectionState, createConnection } from "./connection";
import { copyText } from "./copy-text";
import { Desk } from "./desk";
import { Refused } from "./save-indicator";
import { type Connect, type Session, useConnectionState, useSession } from "./session";
import { useLeaveGuard } from "./use-leave-guard";
import "./editor.css";

type Props = {
  page: ResponsePage;
  person: { id: string; name: string };
  /** Of the page's content security policy, for Tiptap's own few styles. */
  nonce: string | undefined;
  onState?: (state: ConnectionState) => void;
  connect?: Connect;
};

/** The live text of a response. For the browser alone; what stands here until then is the route's business. [E9] */
export function ResponseEditor({ connect = createConnection, ...props }: Props) {
  const session = useSession(props.page.documentId, connect);
  return session ? <LiveText {...props} session={session} /> : <p role="status">{words.loading}</p>;
}

/** After so many new editors in one visit something is wrong that another one will not mend. */
const REDRAWS = 4;

function LiveText({ session, onState, ...props }: Omit<Props, "connect"> & { session: Session }) {
  const { connection, doc } = session;
  const state = useConnectionState(connection);
  const [redraws, setRedraws] = useState(0);
  useLeaveGuard(connection.hasUnsaved);
  useEffect(() => onState?.(state), [state, onState]);
  if (redraws > REDRAWS) return <Broken onCopy={() => void copyText(doc)} />;
  if (!state.hasText) {
    if (state.phase === "refused")
      return <Refused state={state} onCopy={() => void copyText(doc)} onRetry={connection.retry} />;
    return <p role="status">{words.loading}</p>;
  }
  return (
    <Desk key={redraws} {...props} session={session} state={state} onBroken={() => setRedraws((count) => count + 1)} />
  );
}

function Broken({ onCopy }: { onCopy: () => void }) {
  return (
    <div className="notice" data-tone="bad" role="alert">
      <p>{words.broken}</p>
      <button type="button" className="button" data-kind="quiet" onClick={onCopy}>
        {words.copyText}
      </button>
    </div>
  );
}
