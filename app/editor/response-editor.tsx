import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { ResponsePage } from "../../server/responses/shapes";
import { editor as words } from "../words/editor";
import type { ClaimAhead } from "./claim";
import { type ConnectionState, createConnection } from "./connection";
import { Desk } from "./desk";
import { Broken, Earlier, LineNotices } from "./notices";
import type { Phase } from "./phase";
import { type Connect, type Session, useConnectionState, useSession } from "./session";
import { useEarlier, useKeeping } from "./use-kept";
import { useLeaveGuard } from "./use-leave-guard";
import "./editor.css";

type Props = {
  page: ResponsePage;
  person: { id: string; name: string };
  /** Of the page's content security policy, for Tiptap's own few styles. */
  nonce: string | undefined;
  onState?: (state: ConnectionState) => void;
  /** The claim, when it was asked for while this code was on its way. */
  ahead?: ClaimAhead;
  /** What there is to read until the live text is here. */
  waiting?: ReactNode;
  connect?: Connect;
};

/** The live text of a response. For the browser alone; what stands here until then is the route's business. [E9] */
export function ResponseEditor({ connect = createConnection, ahead, ...props }: Props) {
  const session = useSession(props.page.documentId, connect, ahead);
  return session ? <LiveText {...props} session={session} /> : <Waiting>{props.waiting}</Waiting>;
}

/** After so many new editors in one visit something is wrong that another one will not mend. */
const REDRAWS = 4;

type LiveProps = Omit<Props, "connect" | "ahead"> & { session: Session };

function LiveText({ session, onState, ...props }: LiveProps) {
  const state = useConnectionState(session.connection);
  const [redraws, setRedraws] = useState(0);
  const of = { session, state, documentId: props.page.documentId, person: props.person };
  const reload = useReload(session, useKeeping(of));
  const earlier = useEarlier(of);
  useEffect(() => onState?.(state), [state, onState]);
  if (redraws > REDRAWS) return <Broken {...{ session, state, reload }} />;
  const notices = <LineNotices {...{ session, state, reload }} />;
  if (!state.hasText)
    return state.phase === "refused" ? notices : <Waiting phase={state.phase}>{props.waiting}</Waiting>;
  return (
    <Desk key={redraws} {...props} {...{ session, state }} onBroken={() => setRedraws((count) => count + 1)}>
      {notices}
      <Earlier {...earlier} />
    </Desk>
  );
}

/** That it is on its way is seen by the text that stands there; that it cannot come just now is said above it. */
function Waiting({ phase, children }: { phase?: Phase; children: ReactNode }) {
  const isHeldUp = phase === "offline" || phase === "busy";
  return (
    <>
      <p role="status" className={children && !isHeldUp ? "visually-hidden" : undefined}>
        {isHeldUp ? words.loadingOffline : words.loading}
      </p>
      {children}
    </>
  );
}

/** Leaving with something unsaved asks first, except for a reload that was asked for and has it all kept. [E10] */
function useReload({ connection }: Session, keepNow: () => boolean): () => void {
  const isMeant = useRef(false);
  useLeaveGuard(useCallback(() => !isMeant.current && connection.hasUnsaved(), [connection]));
  return () => {
    isMeant.current = keepNow();
    location.reload();
  };
}
