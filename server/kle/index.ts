import type { MunicipalityId } from "../../db/ids";
import { danishDay } from "../clock";
import type { Viewer } from "../identity/viewer";
import { bring, onlyAdministrators } from "./bring";
import { chooseFacet } from "./choose-facet";
import type { KleDeps } from "./deps";
import { facetChosen, listOf, listPage, numberOf, search } from "./queries";
import type { Kle, KleNumber, KlePage, KleUse } from "./shapes";
import { wrongWith } from "./wrong";

/** Which numbers of KLE a municipality files by: the lists it has brought, and the facet it files hearings under. */
export function createKle(deps: KleDeps): Kle {
  const { db } = deps;
  return {
    page: (viewer) => page(deps, viewer),
    bring: (viewer, form) => bring(deps, viewer, form),
    chooseFacet: (viewer, form) => chooseFacet(deps, viewer, form),
    lookUp: (viewer, kind, query) => lookUp(deps, viewer, kind, query),
    facetOf: (municipalityId) => facetChosen(db, municipalityId),
    wrongWith: (municipalityId, use, day, tx) => wrongWith(tx ?? db, municipalityId, use, day),
    titles: (municipalityId, use) => titles(deps, municipalityId, use),
  };
}

async function page({ db, clock }: KleDeps, viewer: Viewer): Promise<KlePage> {
  onlyAdministrators(viewer);
  const { id } = viewer.municipality;
  const today = danishDay(clock.now());
  const facet = await facetChosen(db, id);
  return {
    topics: await listPage(db, id, "topics", today),
    facets: await listPage(db, id, "facets", today),
    facet,
    facetTitle: (await numberOf(db, id, "facets", facet))?.title ?? null,
  };
}

async function lookUp({ db }: KleDeps, viewer: Viewer, asked: string, query: string): Promise<KleNumber[] | null> {
  const kind = asked === "facets" ? "facets" : "topics";
  const { id } = viewer.municipality;
  if (!(await listOf(db, id, kind))) return null;
  return search(db, id, kind, query.slice(0, 200));
}

async function titles({ db }: KleDeps, municipalityId: MunicipalityId, { kle, facet }: Required<KleUse>) {
  const topic = await numberOf(db, municipalityId, "topics", kle);
  const found = await numberOf(db, municipalityId, "facets", facet);
  return { kle: topic?.title ?? "", facet: found?.title ?? "" };
}
