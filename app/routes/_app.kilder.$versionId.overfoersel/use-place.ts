import {
  useFetchers,
  useLocation,
  useNavigate,
  useNavigation,
  useNavigationType,
  useRevalidator,
  useSearchParams,
} from "@remix-run/react";
import { useEffect, useState } from "react";
import type { DeskPage } from "../../../server/carry-over/shapes";
import { FILTERS, type Filter, filterOf } from "./view";

/** Which row is chosen, and what the list shows. It stands in the address, which follows when the keys rest. */
export type Place = {
  rowId: string | null;
  filter: Filter;
  /** On a narrow screen the row is shown instead of the list. */
  isOpen: boolean;
};

export type Placing = Place & {
  /** `isPushed`: the browser's Back leads from it to where it was chosen. */
  go(rowId: string, isPushed?: boolean): void;
  show(filter: Filter): void;
  close(): void;
};

const REST_MS = 300;

export function usePlace(page: DeskPage): Placing {
  const [search] = useSearchParams();
  const [place, setPlace] = useState(() => placeIn(search, page));
  const navigate = useNavigate();
  useBack(page, setPlace);
  useAddress(place);
  return {
    ...place,
    go: (rowId, isPushed = false) => {
      const next = { ...place, rowId, isOpen: true };
      setPlace(next);
      if (isPushed) navigate(addressOf(next), { preventScrollReset: true });
    },
    show: (filter) => setPlace({ ...place, filter }),
    close: () => setPlace({ ...place, isOpen: false }),
  };
}

/** The address of a place, as a search. */
export function addressOf({ rowId, filter, isOpen }: Place): string {
  const search = new URLSearchParams({ vis: FILTERS[filter] });
  if (isOpen && rowId) search.set("punkt", rowId);
  return `?${search}`;
}

function placeIn(search: URLSearchParams, page: DeskPage): Place {
  const rowId = search.get("punkt");
  return { rowId, filter: filterOf(search.get("vis"), page, rowId), isOpen: rowId !== null };
}

/** Back and Forward lead to the place that they name. */
function useBack(page: DeskPage, setPlace: (place: Place) => void): void {
  const { key } = useLocation();
  const type = useNavigationType();
  const [search] = useSearchParams();
  const [seen, see] = useState(key);
  if (seen === key) return;
  see(key);
  if (type === "POP") setPlace(placeIn(search, page));
}

/**
 * A page that nothing was chosen on keeps the address it came with. What is on its way is not cut off for an address: neither what
 * the keys have sent, nor a form's order, nor a link that was followed just after a key.
 */
function useAddress(place: Place): void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const address = addressOf(place);
  const [first] = useState(address);
  const fetchers = useFetchers();
  const { state } = useRevalidator();
  const navigation = useNavigation();
  const isBusy = fetchers.length > 0 || state !== "idle" || navigation.state !== "idle";
  const isThere = address === `?${search}` || (search.size === 0 && address === first);
  useEffect(() => {
    if (isThere || isBusy) return;
    const timer = setTimeout(() => navigate(address, { replace: true, preventScrollReset: true }), REST_MS);
    return () => clearTimeout(timer);
  }, [address, isThere, isBusy, navigate]);
}
