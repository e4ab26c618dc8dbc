import { type FocusEvent, type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { FlatNode } from "~/document-model/proposal";
import type { Correcting } from "./use-correcting";

/**
 * The chosen node's form under hands that do not wait: leaving it keeps what was typed, a button pressed while another
 * correction is under way has its turn after it, and fields are never filled anew over words not yet sent.
 */
export function useNodeForm(node: FlatNode, { fetcher, isBusy }: Correcting) {
  const form = useRef<HTMLFormElement>(null);
  const isDirty = useRef(false);
  const waiting = useRef<HTMLElement | null>(null);
  const content = contentOf(node);
  const [shown, setShown] = useState(content);
  useEffect(() => {
    if (!isDirty.current) setShown(content);
  }, [content]);
  useEffect(() => {
    if (isBusy || !waiting.current) return;
    const button = waiting.current;
    waiting.current = null;
    form.current?.requestSubmit(button);
  }, [isBusy]);

  function onInput() {
    isDirty.current = true;
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (isBusy) {
      event.preventDefault();
      const { nativeEvent } = event;
      waiting.current = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
      return;
    }
    isDirty.current = false;
    nameCaret(event.currentTarget);
  }
  function onBlur({ relatedTarget }: FocusEvent) {
    if (!isDirty.current || form.current?.contains(relatedTarget)) return;
    isDirty.current = false;
    fetcher.submit(form.current);
  }
  return { form, fieldsKey: `${node.id}${shown}`, on: { onInput, onSubmit, onBlur, onKeyDown: splitOnCtrlEnter } };
}

/** What the fields show: a node that has only moved keeps them as they are. */
function contentOf({ kind, number, heading, text }: FlatNode): string {
  return JSON.stringify([kind, number, heading, text]);
}

/** Where the caret is goes with the form, for a split there. */
function nameCaret(form: HTMLFormElement): void {
  const [text, at] = [form.elements.namedItem("text"), form.elements.namedItem("at")];
  if (text instanceof HTMLTextAreaElement && at instanceof HTMLInputElement) at.value = String(text.selectionStart);
}

function splitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLButtonElement>("button[value=split]")?.click();
}
