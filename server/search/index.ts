import type { SearchDeps } from "./deps";
import { history } from "./history";
import { search } from "./queries";
import { remarks } from "./remarks";
import type { Search } from "./shapes";

/** Search over sources, remarks and responses, and what was ever said of a clause. Its rows are kept by triggers. */
export function createSearch(deps: SearchDeps): Search {
  return {
    search: (viewer, asked) => search(deps, viewer, asked),
    remarks: (viewer, clauseIds) => remarks(deps, viewer, clauseIds),
    history: (viewer, clauseIds, page = 1) => history(deps, viewer, clauseIds, page),
  };
}
