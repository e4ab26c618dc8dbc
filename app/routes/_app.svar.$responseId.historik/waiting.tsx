import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { history as words } from "~/words/history";

const AGAIN_MS = 800;

/** A long log is read the first time somebody asks: how far it is, until it is there. */
export function Waiting({ rows, total }: { rows: number; total: number }) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  return (
    <section className="history-waiting" aria-labelledby="history-waiting">
      <h2 id="history-waiting">{words.waiting.title}</h2>
      <progress max={total} value={rows} aria-labelledby="history-waiting" />
      <p role="status">{words.waiting.text(rows, total)}</p>
      <p className="soft small">{words.waiting.hint}</p>
      <noscript>
        <form method="get">
          <button type="submit" className="button">
            {words.show}
          </button>
        </form>
      </noscript>
    </section>
  );
}
