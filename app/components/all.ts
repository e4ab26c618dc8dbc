import { startTransition, useEffect, useState } from "react";

/** What a long page asks for in its address, to be sent whole where no script draws the rest. */
export const ALL = "alle";

/** Whether the script has taken the page over, or `isAll` of it came at once: then all of it is drawn. [Q22] */
export function useDrawn(isAll: boolean): boolean {
  const [isDrawn, setDrawn] = useState(isAll);
  useEffect(() => {
    startTransition(() => setDrawn(true));
  }, []);
  return isDrawn;
}
