import { Button } from "~/components/button";
import { ClientOnly } from "~/components/client-only";
import { comparison as words } from "~/words/comparison";
import { addressOf } from "./address";
import { type Show, showsOnClick, type View } from "./use-view";

type Props = {
  view: View;
  show: Show;
  labels: { before: string; after: string };
  at: number;
  of: number;
  step: (by: 1 | -1) => void;
};

/** What stays in sight above the list: which text is which, how they are laid out, and the way to the next change. */
export function Bar({ view, show, labels, at, of, step }: Props) {
  return (
    <div className="comparison-bar">
      <div className="row comparison-tools">
        <ClientOnly fallback={null}>
          {() => (
            <>
              <Button type="button" kind="quiet" size="small" aria-keyshortcuts="P" onClick={() => step(-1)}>
                {words.previous} <kbd>P</kbd>
              </Button>
              <Button type="button" kind="quiet" size="small" aria-keyshortcuts="N" onClick={() => step(1)}>
                {words.next} <kbd>N</kbd>
              </Button>
            </>
          )}
        </ClientOnly>
        <span className="soft small numeric">{words.position(Math.min(at, of), of)}</span>
        <nav className="comparison-layouts" aria-label={words.layout}>
          {(["side-by-side", "inline"] as const).map((layout) => (
            <a
              key={layout}
              href={addressOf({ ...view, layout })}
              onClick={showsOnClick(show, { layout })}
              aria-current={layout === view.layout ? "true" : undefined}
            >
              {words.layouts[layout]}
            </a>
          ))}
        </nav>
      </div>
      {view.layout === "side-by-side" && (
        <div className="comparison-columns" aria-hidden="true">
          <span>{labels.before}</span>
          <span>{labels.after}</span>
        </div>
      )}
    </div>
  );
}
