import type { Queryable } from "../../db/client";
import type { MunicipalityId } from "../../db/ids";
import type { FieldCodes } from "../errors";
import { listOf, numberOf } from "./queries";
import { wrongOn } from "./rules";
import type { KleKind, KleUse } from "./shapes";

const KINDS = { kle: "topics", facet: "facets" } as const satisfies Record<keyof KleUse, KleKind>;
const FIELDS = ["kle", "facet"] as const;

/** What is wrong with using these on a day, by field. Where there is no list, only a form looks at their shape. [F20] */
export async function wrongWith(
  db: Queryable,
  municipalityId: MunicipalityId,
  use: Partial<KleUse>,
  day: string,
): Promise<FieldCodes> {
  const wrong: Record<string, string> = {};
  for (const field of FIELDS) {
    const number = use[field];
    if (!number || !(await listOf(db, municipalityId, KINDS[field]))) continue;
    const code = wrongOn(day, number, await numberOf(db, municipalityId, KINDS[field], number));
    if (code) wrong[field] = code;
  }
  return wrong;
}
