import { Link, useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Delivery } from "~/editor/offline/courier";
import { offline as words } from "~/words/offline";
import { Notice } from "./page";

type Props = { person: { id: string; key: string } };

/** Text that was written without a line is sent from whatever page its writer opens; at the text itself the editor does it. [E30] */
export function SendKept({ person: { id, key } }: Props) {
  const [list, setList] = useState<readonly Delivery[]>([]);
  const { pathname } = useLocation();
  const isAtText = /^\/svar\/[^/]+$/.test(pathname);
  useEffect(() => {
    if (isAtText) {
      setList([]);
      return;
    }
    const tell = (delivery: Delivery) =>
      setList((before) => [...before.filter(({ client }) => client !== delivery.client), delivery]);
    return sendKept({ id, key }, tell);
  }, [id, key, isAtText]);
  const shown = list.filter(({ phase }) => phase === "sent" || phase === "locked" || phase === "refused");
  if (shown.length === 0) return null;
  return (
    <div role="status" className="page">
      {shown.map(({ client, phase, where }) => (
        <Notice key={client} tone={phase === "sent" ? undefined : "warn"}>
          <p>
            {phase === "sent" ? words.sentElsewhere : words.stuckElsewhere}{" "}
            <Link to={where.path}>{where.title.replace(/ – Samsvar$/, "")}</Link>
          </p>
        </Notice>
      ))}
    </div>
  );
}

/** Nothing is loaded for it but a look into the browser's own store, once the page is idle. */
function sendKept(owner: { id: string; key: string }, tell: (delivery: Delivery) => void): () => void {
  let isOver = false;
  let stop = () => {};
  const look = async () => {
    const { keptCount, openVault } = await import("~/editor/offline/vault");
    if ((await keptCount(owner.id)) === 0 || isOver) return;
    const { Round } = await import("~/editor/offline/round");
    const round = new Round(await openVault(owner), tell);
    if (isOver) return;
    stop = () => round.stop();
    await round.send();
  };
  const timer = setTimeout(() => void look().catch(() => {}), 500);
  return () => {
    isOver = true;
    clearTimeout(timer);
    stop();
  };
}
