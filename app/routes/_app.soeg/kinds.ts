import { search } from "~/words/search";
import type { HitKind } from "../../../server/search/shapes";

/** The kinds as they are offered; the words' own keys, because values of the server stay there. */
export const HIT_KINDS = Object.keys(search.kinds).filter((kind): kind is HitKind => kind in search.kinds);
