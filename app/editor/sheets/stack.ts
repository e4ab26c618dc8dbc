/**
 * Boxes around an element's children that only the drawing knows of: they stand in a shadow tree, each with a slot of its own,
 * and the children remain where whoever writes them put them.
 */

/** A box that the browser leaves alone, with all that is in it, as long as it is far from the window. */
export type Sheet = HTMLSlotElement;

/** What is painted beside the boxes: the bar of the current paragraph, a name above a caret. */
const STYLE = `
  slot { display: block; content-visibility: auto; overflow-clip-margin: 3rem; }
  .drawn { content-visibility: visible; contain: layout style paint; }
  @media print { slot { content-visibility: visible; } }
`;

/** Only where it was tried: others draw and place carets in slots in ways of their own. */
export function canStack(): boolean {
  return (
    "userAgentData" in navigator && CSS.supports("content-visibility", "auto") && "assign" in HTMLSlotElement.prototype
  );
}

export function openStack(host: HTMLElement, style = ""): ShadowRoot {
  const root = host.attachShadow({ mode: "open", slotAssignment: "manual" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE + style);
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** Lays just these on it; asks nothing of the browser when they lie there already. */
export function fill(sheet: Sheet, children: readonly Element[]): boolean {
  const there = sheet.assignedNodes();
  if (there.length === children.length && children.every((child, index) => child === there[index])) return false;
  sheet.assign(...children);
  return true;
}

/** Whether the browser has laid out what lies on it. */
export function isDrawn(sheet: Sheet): boolean {
  return sheet.assignedElements()[0]?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
}
