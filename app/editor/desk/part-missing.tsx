import { useEffect, useRef } from "react";
import { partMissing as words } from "../../words/writing-desk";

type Props = { again: () => void; onClose: () => void };

/** In place of what was asked for and cannot be fetched just now; it comes by itself when it can. [E40] */
export function PartMissing({ again, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="dialog" ref={dialog} onClose={onClose} aria-label={words.label}>
      <p role="alert">{words.why}</p>
      <div className="row">
        <button type="button" className="button" onClick={again}>
          {words.again}
        </button>
        <button type="button" className="button" data-kind="quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
    </dialog>
  );
}
