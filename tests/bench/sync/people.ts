/** Everybody who types in the bench; the cookie is the name. */
export const PEOPLE = 1200;

export function nameOf(index: number): string {
  return `Skriver ${index}`;
}
