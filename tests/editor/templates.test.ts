import { expect, test } from "vitest";
import { isBlank } from "../../app/editor/templates/blank";
import { insertParts } from "../../app/editor/templates/insert";
import { type Ground, partsOf, type TemplateId } from "../../app/editor/templates/parts";
import { HeadlessPage } from "./headless-page";
import { link, seedOf } from "./words";

const clause = (letter: string, over: object) => ({
  id: link(letter).id,
  parentId: null,
  depth: 0,
  kind: "clause",
  number: "",
  heading: "",
  text: "",
  path: "",
  ...over,
});
const clauses = [
  clause("a", { kind: "section", number: "3", heading: "Udskrivning" }),
  clause("b", { parentId: link("a").id, number: "3.1", text: "Der gives besked." }),
  clause("c", { parentId: link("a").id, number: "3.2", text: "Medicin følger med." }),
  clause("d", { kind: "goal", number: "2", heading: "Røgfri unge" }),
];
const ground = {
  from: "Center for Prøver",
  sourceTitle: "Aftale om prøver",
  clauses,
  mine: new Set([link("b").id, link("c").id, link("d").id]),
} as unknown as Ground;

function used(page: HeadlessPage, id: TemplateId, on: Ground = ground) {
  const tr = page.state.tr;
  const put = insertParts(page.state, tr, partsOf(id, on));
  if (put) page.dispatch(tr);
  return put;
}

const headed = (page: HeadlessPage) =>
  page.document.blocks.flatMap((block) =>
    block.type === "block"
      ? [
          `${block.kind === "heading" ? "# " : ""}${block.content.map((one) => ("text" in one ? one.text : "")).join("")}`,
        ]
      : [],
  );

test("[E26] a template fills the heading that stands empty, and comes before the signature where there is none", () => {
  const page = new HeadlessPage(seedOf("Generelle bemærkninger", "", "På vegne af Prøve Kommune"));
  page.dispatch(page.state.tr.setNodeAttribute(0, "kind", "heading").setNodeAttribute(0, "level", 2));
  expect(isBlank(page.state.doc)).toBe(true);
  used(page, "general");
  used(page, "attention");
  expect(headed(page)).toEqual([
    "# Generelle bemærkninger",
    "Center for Prøver takker for muligheden for at afgive bemærkninger til Aftale om prøver.",
    "Overordnet set finder vi, at ",
    "# Opmærksomhedspunkter",
    "Vi gør særligt opmærksom på følgende:",
    "",
    "På vegne af Prøve Kommune",
  ]);
  expect(isBlank(page.state.doc)).toBe(false);
  expect(new Set(page.ids).size).toBe(page.ids.length);
  expect(used(page, "general")).toBeNull();
});

test("[E26] point by point: a heading for each section, a line for each clause given to the center, told what to link", () => {
  const page = new HeadlessPage(seedOf(""));
  const put = used(page, "pointByPoint");
  expect(headed(page)).toEqual(["# Vedr. Udskrivning", "", "", "# Vedr. Røgfri unge", ""]);
  expect(put?.map(({ pos, targets }) => [page.state.doc.nodeAt(pos)?.attrs["kind"], targets[0]?.id])).toEqual([
    ["paragraph", link("b").id],
    ["paragraph", link("c").id],
    ["paragraph", link("d").id],
  ]);
  expect(partsOf("pointByPoint", { ...ground, mine: new Set() })).toEqual([]);
});

test("[E26] the signature ends the text, once, and is a center's", () => {
  const page = new HeadlessPage(seedOf("Vi støtter.", ""));
  used(page, "signature");
  expect(used(page, "signature")).toBeNull();
  expect(headed(page)).toEqual(["Vi støtter.", "På vegne af Center for Prøver"]);
  expect(partsOf("signature", { ...ground, from: null })).toEqual([]);
});

test("[E26] a template is one step of undo", () => {
  const page = new HeadlessPage(seedOf("Først."));
  page.caret(0, -1).type(" Så.");
  page.pause();
  used(page, "general");
  page.undo();
  expect(headed(page)).toEqual(["Først. Så."]);
});
