import { useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { carryOver as words } from "~/words/carry-over";

type Props = { isShown: boolean; onClose: () => void };

/** The keys of the desk. Escape and "?" close it; the browser gives the focus back to where it was. */
export function KeysDialog({ isShown, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isShown && !dialog.current?.open) dialog.current?.showModal();
    if (!isShown) dialog.current?.close();
  }, [isShown]);
  return (
    <dialog
      ref={dialog}
      className="dialog carry-keys"
      aria-labelledby="carry-keys"
      onClose={onClose}
      onKeyDown={(event) => event.key === "?" && onClose()}
    >
      <h2 id="carry-keys">{words.keysTitle}</h2>
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
