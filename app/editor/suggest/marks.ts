import { textOf } from "../../document-model/document";
import type { ProposedBlock } from "../../document-model/suggestions/shapes";
import { kindName, suggestions as words } from "../../words/suggestions";

/** What suggestions look like where the text itself has nothing: made by hand, because ProseMirror draws it. */
function made(name: string, className: string, id: string, title: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.dataset["suggestion"] = id;
  element.title = title;
  element.contentEditable = "false";
  return element;
}

export function addedWords(text: string, id: string, title: string): HTMLElement {
  const element = made("ins", "suggested-new", id, title);
  element.textContent = text;
  return element;
}

/** The end of a paragraph that is to be joined to the next. */
export function stroke(id: string, title: string): HTMLElement {
  const element = made("del", "suggested-gone", id, title);
  element.textContent = "¶";
  return element;
}

/** Words about a paragraph, before it. */
export function label(text: string, id: string, title: string): HTMLElement {
  const element = made("span", "suggested-label", id, title);
  element.textContent = text;
  return element;
}

/** Paragraphs that are to be put in. */
export function addedBlock(proposed: readonly ProposedBlock[], id: string, title: string): HTMLElement {
  const element = made("div", "suggested-block", id, title);
  for (const block of proposed) {
    const line = document.createElement("p");
    const kind = block.kind === "paragraph" ? words.addition : `${words.addition}, ${kindName(block)}`;
    const name = block.note === undefined ? kind : words.newNote;
    line.append(label(name, id, title), addedWords(textOf(block) || words.emptyBlock, id, title));
    element.append(line);
  }
  return element;
}
