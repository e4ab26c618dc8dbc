import type { Editor } from "@tiptap/core";
import { selectedBlocks } from "../schema/block-keys";

/** The first link that has none yet, else the first. False where there is nothing to choose. */
export function goToStances(editor: Editor): boolean {
  const id: unknown = selectedBlocks(editor.state)[0]?.node.attrs["id"];
  const group = editor.view.dom.closest(".writing")?.querySelector(`.chip-group[data-for="${id}"]`);
  const chips = [...(group?.querySelectorAll<HTMLElement>("[data-may-say] .chip") ?? [])];
  const chip = chips.find((one) => one.closest("[data-may-say='now']")) ?? chips[0];
  if (!chip) return false;
  // The chip's own focus opens its card, which holds the choice.
  chip.focus();
  requestAnimationFrame(() => {
    const groups = [...(chip.closest(".chip-place")?.querySelectorAll<HTMLElement>(".stance-choice") ?? [])];
    const choices = groups.find((one) => !one.querySelector("[aria-pressed=true]")) ?? groups[0];
    if (!choices) return editor.view.focus();
    const choice = choices.querySelector<HTMLElement>("[aria-pressed=true]") ?? choices.querySelector("button");
    choice?.focus();
    leadBack(editor, choices);
  });
  return true;
}

function leadBack(editor: Editor, group: HTMLElement): void {
  const visit = new AbortController();
  const { signal } = visit;
  const back = () => {
    visit.abort();
    editor.view.focus();
  };
  group.addEventListener("click", back, { signal });
  group.addEventListener("keydown", (event) => event.key === "Escape" && back(), { signal });
  group.addEventListener(
    "focusout",
    ({ relatedTarget }) => !(relatedTarget instanceof Node && group.contains(relatedTarget)) && visit.abort(),
    { signal },
  );
}
