/** Addresses below /api/v1, whole where it is known how others reach us. */
export function linkTo(publicUrl: string | undefined, path: string): string {
  return `${(publicUrl ?? "").replace(/\/$/, "")}/api/v1${path}`;
}
