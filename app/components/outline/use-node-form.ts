import { type FocusEvent, type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { FlatNode } from "~/document-model/proposal";
import { correctionsOf } from "./corrections";
import { beginIn } from "./use-keys";
import type { Outline } from "./use-outline";
import { rowOf } from "./use-picking";

/**
 * The chosen node's form under hands that do not wait: leaving it keeps what was typed, a button keeps it and then does
 * its own, and fields are never filled anew over words that are not kept yet.
 */
export function useNodeForm(node: FlatNode, { perform, names }: Outline) {
  const form = useRef<HTMLFormElement>(null);
  const isDirty = useRef(false);
  const own = [...names].find(([, given]) => given === node.id)?.[0] ?? node.id;
  const content = contentOf(node);
  const [shown, setShown] = useState({ own, content });
  // While it is drawn, not after: the fields of the next node are made once, and keep the caret that is put there.
  if (shown.own !== own || (shown.content !== content && !isDirty.current)) setShown({ own, content });
  const goesOn = useGoingOn(form, node.id);

  function keep(submitter: HTMLElement | null): void {
    if (!form.current) return;
    isDirty.current = false;
    nameCaret(form.current);
    const makesOne = submitter instanceof HTMLButtonElement && ["split", "add"].includes(submitter.value);
    // What is new is shown with the caret at its beginning: a long text is parted in one go.
    if (perform(correctionsOf(new FormData(form.current, submitter), node), false) && makesOne) goesOn();
  }
  function onInput() {
    isDirty.current = true;
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    keep(event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null);
  }
  function onBlur({ relatedTarget }: FocusEvent) {
    if (isDirty.current && !form.current?.contains(relatedTarget)) keep(null);
  }
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === "Escape") rowOf(node.id)?.focus();
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLButtonElement>("button[value=split]")?.click();
  }
  return { form, fieldsKey: `${shown.own}${shown.content}`, on: { onInput, onSubmit, onBlur, onKeyDown } };
}

/** After a split, on from the beginning of the second half; in what was added, over the words that hold its place. */
function useGoingOn(form: React.RefObject<HTMLFormElement | null>, nodeId: string) {
  const isWanted = useRef(false);
  useLayoutEffect(() => {
    if (!isWanted.current || !nodeId) return;
    isWanted.current = false;
    const [text, heading] = [form.current?.elements.namedItem("text"), form.current?.elements.namedItem("heading")];
    const field = text instanceof HTMLTextAreaElement && text.value === "" ? heading : text;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    field.setSelectionRange(0, 0);
    beginIn(field);
    field.scrollTop = 0;
  }, [form, nodeId]);
  return () => {
    isWanted.current = true;
  };
}

/** What the fields show: a node that has only moved keeps them as they are, and so does one that lost a space at its edge. */
function contentOf({ kind, number, heading, text }: FlatNode): string {
  return JSON.stringify([kind, number.trim(), heading.trim(), text.trim()]);
}

/** Where the caret is goes with the form, for a split there. */
function nameCaret(form: HTMLFormElement): void {
  const [text, at] = [form.elements.namedItem("text"), form.elements.namedItem("at")];
  if (text instanceof HTMLTextAreaElement && at instanceof HTMLInputElement) at.value = String(text.selectionStart);
}
