import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { ResponsePage } from "../../server/responses/shapes";
import { later } from "../components/later";
import { editor as words } from "../words/editor";
import { offline } from "../words/offline";
import type { ClaimAhead } from "./claim";
import { type ConnectionState, createConnection } from "./connection";
import { Desk } from "./desk";
import type { SecondLook } from "./links/second-look";
import type { Keeper } from "./offline/keeper";
import { leaving } from "./offline/leaving";
import { useOffline } from "./offline/use-offline";
import { KeepingContext, type Person } from "./offline/use-vault";
import type { Phase } from "./phase";
import { type Connect, type Session, useConnectionState, useSession } from "./session";
import { ResponseContext } from "./together/response-context";
import { useEarlier, useKeeping } from "./use-kept";
import { useLeaveGuard } from "./use-leave-guard";
import "./editor.css";

const LineNotices = later(() => import("./notices").then((part) => part.LineNotices));
const Broken = later(() => import("./notices").then((part) => part.Broken));
const Earlier = later(() => import("./notices").then((part) => part.Earlier));
const Delivered = later(() => import("./offline/delivered").then((part) => part.Delivered));

type Props = {
  page: ResponsePage;
  /** Which changed clauses wait to be looked at again, and how that is said. */
  secondLook?: SecondLook;
  person: Person;
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
  const { keeping, deliveries } = useOffline(of);
  const reload = useReload(session, useKeeping(of, keeping.keeper), keeping.keeper);
  const earlier = useEarlier(of, deliveries);
  useEffect(() => onState?.(state), [state, onState]);
  if (redraws > REDRAWS) return <Broken {...{ session, state, reload }} />;
  const notices = <LineNotices {...{ session, state, reload }} />;
  if (!state.hasText)
    return state.phase === "refused" ? notices : <Waiting phase={state.phase}>{props.waiting}</Waiting>;
  return (
    <ResponseContext.Provider value={props.page.id}>
      <KeepingContext.Provider value={keeping}>
        <Desk key={redraws} {...props} {...{ session, state }} onBroken={() => setRedraws((count) => count + 1)}>
          {notices}
          <Earlier {...earlier} />
          <Delivered deliveries={deliveries} />
        </Desk>
      </KeepingContext.Provider>
    </ResponseContext.Provider>
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
function useReload({ connection }: Session, keepNow: () => boolean, keeper: Keeper | null): () => void {
  const isMeant = useRef(false);
  useLeaveGuard(
    useCallback(() => !isMeant.current && !leaving()?.isAsked && connection.hasUnsaved(), [connection]),
    useCallback(() => (keeper?.isSafe ? offline.leaveKept : words.leave), [keeper]),
  );
  return () => {
    // What the machine keeps is sent by the page that comes; what only the tab keeps is shown there, to be put in by hand.
    void withinAMoment(keeper?.flush()).then(() => {
      isMeant.current = keepNow();
      location.reload();
    });
  };
}

const MOMENT = 1_000;

function withinAMoment(done: Promise<void> | undefined): Promise<void> {
  return Promise.race([done ?? Promise.resolve(), new Promise<void>((resolve) => setTimeout(resolve, MOMENT))]);
}
