import { type MutableRefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { newsAt, whileSeen } from "~/standing-open";
import { isJson } from "~/taken";
import { type Board, merged } from "./board";
import { type FoldedBoard, unfolded } from "./folded";
import { type News, type Order, type Step, type Taken, undoing, withOrders } from "./orders";

const PACE = { every: 1000, afterSilence: 10_000 };

export type Loaded = { board: FoldedBoard; stamp: string };
type Live = { of: Loaded; board: Board; stamp: string };

/** The board as it is now, with what is on its way to the server; asked for again every second while it is looked at. */
export function useBoard(loaded: Loaded, address: string) {
  const begun = useMemo(() => ({ of: loaded, stamp: loaded.stamp, board: unfolded(loaded.board) }), [loaded]);
  const [live, setLive] = useState<Live>(begun);
  const now = live.of === loaded ? live : begun;
  const newest = useRef(now);
  newest.current = now;
  const at = useRef(loaded.board.at);
  const take = useCallback((news: News) => {
    at.current = news.at;
    const { of, board, stamp } = newest.current;
    if (!news.board && news.stamp === stamp) return;
    newest.current = { of, board: news.board ? merged(board, unfolded(news.board)) : board, stamp: news.stamp };
    setLive(newest.current);
  }, []);
  const sending = useSending(address, newest, take);
  useAsking(address, newest, { take, turn: sending.turn });
  const rows = useMemo(() => withOrders(now.board.rows, sending.waiting), [now.board.rows, sending.waiting]);
  const board = useMemo(() => ({ ...now.board, rows: [...rows] }), [now.board, rows]);
  return { board, at, ...sending };
}

type Newest = MutableRefObject<Live>;
type Take = (news: News) => void;

/** One answer after the other, in the order in which they were given. What is refused is as it was, and says so. */
function useSending(address: string, newest: Newest, take: Take) {
  const [waiting, setWaiting] = useState<readonly Order[]>([]);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const turn = useRef(0);
  const line = useRef(Promise.resolve());
  const send = useCallback(
    (order: Order, step: Step | null) => {
      setRefused(null);
      setWaiting((before) => [...before, order]);
      if (step) setSteps((before) => [...before, step]);
      line.current = line.current.then(async () => {
        const taken = await sent(address, order, newest.current.stamp);
        turn.current += 1;
        setWaiting((before) => before.filter(({ key }) => key !== order.key));
        if (!("refusal" in taken)) return take(taken);
        setRefused(taken.refusal.code);
        setSteps((before) => before.filter(({ key }) => key !== order.key));
      });
    },
    [address, newest, take],
  );
  const undo = useCallback(
    (step: Step, key: number) => {
      setSteps((before) => before.filter((one) => one.key !== step.key));
      send(undoing(step, key), null);
    },
    [send],
  );
  return { waiting, steps, refused, turn, send, undo };
}

/** An answer that was asked for before something was sent is older than what came back from that, and is let go. */
function useAsking(
  address: string,
  newest: Newest,
  { take, turn }: { take: Take; turn: MutableRefObject<number> },
): void {
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const before = turn.current;
      const news = await newsAt<News>(`${address}?siden=${encodeURIComponent(newest.current.stamp)}`);
      if (news && !isGone && turn.current === before) take(news);
      return news !== null;
    };
    const stop = whileSeen(ask, PACE);
    return () => {
      isGone = true;
      stop();
    };
  }, [address, newest, take, turn]);
}

async function sent(address: string, { clauseId, centerId, fields }: Order, stamp: string): Promise<Taken> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ clauseId, centerId, ...fields, siden: stamp })) form.set(name, value);
  try {
    const answer = await fetch(address, { method: "POST", body: form });
    const said = isJson(answer) ? await answer.json() : null;
    if (said && (answer.ok || "refusal" in said)) return said;
    return refusedAs(answer.status === 401 || answer.redirected ? "session-expired" : "not-found");
  } catch {
    return refusedAs("not-reached");
  }
}

function refusedAs(code: string): Taken {
  return { refusal: { code, fields: {} }, values: {} };
}
