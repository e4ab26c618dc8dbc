import { expect, test } from "vitest";
import type { ClauseId, SourceVersionId } from "../../../db/ids";
import type { Successor } from "../../../server/carry-over/shapes";
import type { EarlierClause } from "../../../server/responses/shapes";
import type { Link } from "../../document-model/document";
import { alsoGone, countMentions, leftBehind, linksTo, mentionsOf } from "./earlier";
import { type Known, reachOf } from "./reach";

const at = "v2" as SourceVersionId;

function earlier(id: string, successor: Successor): EarlierClause {
  return { id: id as ClauseId, kind: "clause", number: id, heading: "", text: "", path: "", successor };
}

function carried(isChanged: boolean, ...to: string[]): Successor {
  return { state: "carried", to: to as ClauseId[], isChanged };
}

const known: Known = {
  whole: { kind: "source", id: "v2" },
  clauses: new Set(["n1", "n2", "n3"]),
  earlier: new Map(
    [
      earlier("same", carried(false, "n1")),
      earlier("reworded", carried(true, "n1")),
      earlier("split", carried(true, "n2", "n3")),
      earlier("gone", { state: "dropped" }),
      earlier("waits", { state: "undecided", at }),
    ].map((clause) => [clause.id as string, clause]),
  ),
};

const link = (id: string, center = "social"): Link => ({ kind: "clause", id, center });
const shown = (...links: Link[]) =>
  mentionsOf(links, known).map(({ target, centers, standing, was }) =>
    [target.id, standing, centers.join("+"), was.map(({ id }) => id).join("+")].join(" ").trim(),
  );

test("[L4] links of several centers to one target are one mention", () => {
  expect(shown(link("n1"), link("n1", "elderly"), link("n2"))).toEqual([
    "n1 current social+elderly",
    "n2 current social",
  ]);
});

test("[C14] a link to a clause of an earlier version is shown as what that has become", () => {
  expect(shown(link("same"))).toEqual(["n1 current social same"]);
  expect(shown(link("reworded"))).toEqual(["n1 changed social reworded"]);
  expect(shown(link("split"))).toEqual(["n2 changed social split", "n3 changed social split"]);
});

test("[C14] what is gone, or waits for somebody, is shown under its old name", () => {
  expect(shown(link("gone"), link("waits"))).toEqual(["gone dropped social gone", "waits undecided social waits"]);
  expect(reachOf(link("elsewhere"), known)).toMatchObject({ standing: "unknown", was: null });
});

test("[C14] a remark on the whole of an earlier version is one on the whole of this", () => {
  const whole: Link = { kind: "source", id: "v1", center: "social" };
  expect(shown(whole, { ...whole, id: "v2" })).toEqual(["v2 current social"]);
});

test("[C17] links old and new to one clause are one mention, no longer changed for a center that linked it itself", () => {
  expect(shown(link("reworded"), link("n1"))).toEqual(["n1 current social reworded"]);
  expect(shown(link("reworded"), link("n1", "elderly"))).toEqual(["n1 changed social+elderly reworded"]);
  expect(shown(link("reworded"), link("same"))).toEqual(["n1 changed social reworded+same"]);
});

test("[C14] a target is taken away with every link that leads to it, of all centers or of one", () => {
  const links = [link("n1"), link("reworded"), link("same", "elderly"), link("n2")];
  const target = { kind: "clause", id: "n1" } as const;
  expect(linksTo(target, links, known).map(({ id }) => id)).toEqual(["n1", "reworded", "same"]);
  expect(linksTo(target, links, known, "elderly").map(({ id }) => id)).toEqual(["same"]);
  expect(linksTo({ kind: "clause", id: "gone" }, [link("gone")], known)).toEqual([link("gone")]);
});

test("[C14] one part of a clause that was split goes with the other, unless that is linked itself", () => {
  const target = { kind: "clause", id: "n2" } as const;
  expect(alsoGone(target, [link("split"), link("n1")], known)).toEqual([{ kind: "clause", id: "n3" }]);
  expect(alsoGone(target, [link("split"), link("n3")], known)).toEqual([]);
  expect(alsoGone(target, [link("n2")], known)).toEqual([]);
});

test("[L6] a clause counts the paragraphs that mean it, by whatever link, each once", () => {
  const byBlock = new Map([
    ["a", [link("reworded"), link("n1")]],
    ["b", [link("split")]],
    ["c", [link("gone")]],
    ["deleted", [link("n1")]],
  ]);
  const counts = countMentions(byBlock, ["a", "b", "c"], known);
  expect(Object.fromEntries(counts)).toEqual({ n1: 1, n2: 1, n3: 1, gone: 1 });
  expect(leftBehind(counts, known).map(({ id }) => id)).toEqual(["gone"]);
});
