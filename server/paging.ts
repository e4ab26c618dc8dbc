/** Which part of a long list a page shows. `wanted` comes from the address: what is no page of it is the nearest one that is. */
export function pageOf<One>(all: readonly One[], wanted: number, size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  return { page, pages, shown: all.slice((page - 1) * size, page * size) };
}
