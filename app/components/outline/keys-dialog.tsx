import { useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { outline as words } from "~/words/outline";

/** All that the keys do. Escape and "?" close it; the browser gives the focus back to where it was. */
export function KeysDialog({ isShown, onClose }: { isShown: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isShown && !dialog.current?.open) dialog.current?.showModal();
    if (!isShown) dialog.current?.close();
  }, [isShown]);
  return (
    <dialog
      ref={dialog}
      className="dialog outline-keys"
      aria-labelledby="outline-keys"
      onClose={onClose}
      onKeyDown={(event) => event.key === "?" && onClose()}
    >
      <h2 id="outline-keys">{words.keysTitle}</h2>
      <dl>
        {words.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button type="button" kind="quiet" onClick={onClose}>
        {words.keysClose}
      </Button>
    </dialog>
  );
}
