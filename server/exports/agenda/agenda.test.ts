import { describe, expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../../app/document-model/document";
import { letterOf } from "../letter/letter";
import { sampleFacts } from "../letter/sample";
import type { LetterNode } from "../letter/shapes";
import { agendaOf } from "./agenda";

const letter = letterOf({ schemaVersion: SCHEMA_VERSION, blocks: [], links: {} }, sampleFacts);

/** The agenda's list of points, of a response with so many remarks, each about a point of its own. */
function pointsOf(count: number): string[] {
  const remarks = Array.from({ length: count }, (_, at) => ({
    about: [`Pkt. ${at + 1}`],
    centers: [],
    said: [],
    proposed: [],
  }));
  const hearing = { kind: "hearing" as const, title: "Aftalen", deadline: "2026-03-20" };
  const table = { remarks, unlinked: 0 };
  const facts = { hearing, sender: "Regionen", source: "Udkast", files: [], initiatives: [], table };
  const { body } = agendaOf(letter, facts);
  const at = body.findIndex((node) => textIn(node).startsWith("Svaret har bemærkninger"));
  const list = body[at + 1];
  return list?.kind === "list" ? list.items.map(({ content }) => textIn({ content })) : [];
}

function textIn(node: LetterNode | Pick<Extract<LetterNode, { kind: "paragraph" }>, "content">): string {
  return "content" in node ? node.content.map((inline) => ("text" in inline ? inline.text : "")).join("") : "";
}

describe("[X30] the points that an agenda item names", () => {
  test("are all of them where they are few", () => {
    expect(pointsOf(3)).toEqual(["Pkt. 1", "Pkt. 2", "Pkt. 3"]);
    expect(pointsOf(13)).toHaveLength(13);
  });

  test("are the first twelve of many, and how many more there are", () => {
    const points = pointsOf(72);
    expect(points).toHaveLength(13);
    expect(points.slice(11)).toEqual(["Pkt. 12", "og 60 andre punkter, som fremgår af bilagene."]);
  });
});
