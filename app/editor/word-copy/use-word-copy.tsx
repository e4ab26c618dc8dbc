import { memo, useCallback, useRef } from "react";
import { later } from "../../components/later";
import type { WordCopyProps } from "./form";

const WordCopyForm = memo(later<WordCopyProps>(() => import("./form").then((part) => part.WordCopyForm)));

/** Asks what is to go along in the file: what people propose, and what they say. [G11] [K9] */
export function useWordCopy() {
  const dialog = useRef<HTMLDialogElement>(null);
  const ask = useCallback(() => dialog.current?.showModal(), []);
  const end = useCallback(() => dialog.current?.close(), []);
  const drawn = (said: Omit<WordCopyProps, "onEnd">) => (
    <dialog ref={dialog} className="dialog">
      <WordCopyForm {...said} onEnd={end} />
    </dialog>
  );
  return { ask, drawn };
}
