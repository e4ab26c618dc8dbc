import { expect, test } from "vitest";
import { byMunicipality } from "./by-municipality";

const center = (name: string, municipality: string) => ({ name, municipality });
const whose = ({ municipality }: { municipality: string }) => municipality;

test("[J20] centers stand under their municipality's heading, in the order in which they come", () => {
  const rows = [center("Social", "Vært"), center("Ældre", "Vært"), center("Social", "Nabo")];
  const { stretches, isJoint } = byMunicipality(rows, whose);
  expect(isJoint).toBe(true);
  expect(stretches.map(({ municipality, rows: own }) => [municipality, own.length])).toEqual([
    ["Vært", 2],
    ["Nabo", 1],
  ]);
});

test("[J20] where all centers are one municipality's there is no heading", () => {
  expect(byMunicipality([center("Social", "Vært"), center("Ældre", "Vært")], whose).isJoint).toBe(false);
  expect(byMunicipality([], whose)).toEqual({ stretches: [], isJoint: false });
});
