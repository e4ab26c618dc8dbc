/** So many paragraphs lie on a sheet: few enough to lay out at a key, many enough that the sheets themselves cost nothing. */
export const FULL = 40;
const OVERFULL = 80;

/**
 * Where sheets begin. What lies on one stays on it; a sheet that has become too long is parted. None begins with an item that
 * goes on counting: the browser begins to count anew on each sheet.
 */
export function partition<Child, Of>(
  children: readonly Child[],
  { on, mayBegin }: { on: (child: Child) => Of | undefined; mayBegin: (child: Child) => boolean },
): { of: Of | undefined; children: Child[] }[] {
  const parts: { of: Of | undefined; children: Child[] }[] = [];
  for (const child of children) {
    const last = parts.at(-1);
    const of = on(child);
    if (!last) {
      parts.push({ of, children: [child] });
    } else if (!mayBegin(child) || (of ?? last.of) === last.of) {
      last.children.push(child);
    } else {
      parts.push({ of, children: [child] });
    }
  }
  const taken = new Set<Of>();
  return parts.flatMap(({ of, children: together }) =>
    cut(together, mayBegin).map((children) => {
      const isNew = of === undefined || taken.has(of);
      if (of !== undefined) taken.add(of);
      return { of: isNew ? undefined : of, children };
    }),
  );
}

function cut<Child>(children: readonly Child[], mayBegin: (child: Child) => boolean): Child[][] {
  if (children.length <= OVERFULL) return [[...children]];
  const cuts: Child[][] = [[]];
  for (const child of children) {
    if ((cuts.at(-1)?.length ?? 0) >= FULL && mayBegin(child)) cuts.push([]);
    cuts.at(-1)?.push(child);
  }
  return cuts;
}
