import { useCallback, useEffect, useRef, useState } from "react";
import type { Session } from "../session";
import { withMachine } from "./arriving";
import type { Delivery } from "./courier";
import type { Round } from "./round";
import type { Vault } from "./vault";

type Of = {
  vault: Vault | null | undefined;
  session: Session;
  documentId: string;
  /** The text is here, so the line works and its person is who is signed in. */
  isReady: boolean;
};

export type Deliveries = {
  list: readonly Delivery[];
  /** Nothing is known to be on its way: what an earlier page left elsewhere may be shown. */
  isSettled: boolean;
  dismiss(client: number): void;
};

/** Sends what dead pages of this person have kept of this text; what is done with is forgotten. [E30] */
export function useDeliveries({ vault, session, documentId, isReady }: Of): Deliveries {
  const [list, setList] = useState<readonly Delivery[]>([]);
  const [isLooked, setLooked] = useState(false);
  const rounds = useRef<Round | null>(null);
  const tell = useCallback((delivery: Delivery) => {
    setList((before) => [...before.filter(({ client }) => client !== delivery.client), delivery]);
  }, []);
  useEffect(() => {
    if (!isReady || vault === undefined) return;
    const own = session.connection.unsaved()?.claim.clientID;
    const giveUp = withMachine(({ Round }) => {
      const round = new Round(vault, tell);
      rounds.current = round;
      void round.send(documentId, own).then(() => setLooked(true));
    });
    return () => {
      giveUp();
      rounds.current?.stop();
    };
  }, [vault, session, documentId, isReady, tell]);
  const dismiss = (client: number) => {
    rounds.current?.end(client);
    void vault?.forget(documentId, client);
    setList((before) => before.filter((one) => one.client !== client));
  };
  const isSettled = isLooked && list.every(({ phase }) => phase !== "sending");
  return { list, isSettled, dismiss };
}
