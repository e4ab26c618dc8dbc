/** "Center for Ældres del". */
export function partOf(center: string | null): string {
  if (center === null) return "centerets del";
  return /[sxz]$/i.test(center) ? `${center}’ del` : `${center}s del`;
}
