import { useEffect, useRef } from "react";
import { Button } from "./button";
import { KeyList } from "./key-list";
import "./keys-dialog.css";

type Words = { keysTitle: string; keysClose: string; keys: readonly (readonly [string, string])[] };
type Props = { words: Words; isShown: boolean; onClose: () => void };

/** All that a desk's keys do. Escape and "?" close it; the browser gives the focus back to where it was. */
export function KeysDialog({ words, isShown, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isShown && !dialog.current?.open) dialog.current?.showModal();
    if (!isShown) dialog.current?.close();
  }, [isShown]);
  return (
    <dialog
      ref={dialog}
      className="dialog keys-dialog"
      aria-labelledby="keys-dialog"
      onClose={onClose}
      onKeyDown={(event) => event.key === "?" && onClose()}
    >
      <h2 id="keys-dialog">{words.keysTitle}</h2>
      <KeyList keys={words.keys} />
      <Button type="button" kind="quiet" onClick={onClose}>
        {words.keysClose}
      </Button>
    </dialog>
  );
}
