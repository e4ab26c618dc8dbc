import { type ReactNode, useId, useRef } from "react";
import { shell } from "~/words/shell";
import { Button } from "./button";

type Props = { opener: string; openerKind?: "main" | "quiet" | "bare" | "bad"; title: string; children: ReactNode };

/** A button and the native modal dialog it opens; Escape and "Annullér" close it. */
export function Dialog({ opener, openerKind = "quiet", title, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button type="button" kind={openerKind} onClick={() => dialog.current?.showModal()} aria-haspopup="dialog">
        {opener}
      </Button>
      <dialog className="dialog" ref={dialog} aria-labelledby={titleId}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <Button type="button" kind="bare" onClick={() => dialog.current?.close()}>
          {shell.cancel}
        </Button>
      </dialog>
    </>
  );
}
