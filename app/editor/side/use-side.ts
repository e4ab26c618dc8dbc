import { useCallback, useMemo, useState } from "react";

export type SideId = "source" | "comments" | "suggestions";

/** What of the side beside the text is shown. */
export type Side = {
  active: SideId;
  /** On a narrow screen the side is a sheet that comes and goes. */
  isOpen: boolean;
  show: (id: SideId) => void;
  toggle: () => void;
};

export function useSide(): Side {
  const [active, setActive] = useState<SideId>("source");
  const [isOpen, setOpen] = useState(false);
  const show = useCallback((id: SideId) => {
    setActive(id);
    setOpen(true);
  }, []);
  const toggle = useCallback(() => setOpen((now) => !now), []);
  return useMemo(() => ({ active, isOpen, show, toggle }), [active, isOpen, show, toggle]);
}
