export type Edition = { number: number; minor: number };

/** "2", and once it has been corrected in use "2.1". */
export function editionNumber({ number, minor }: Edition): string {
  return minor > 0 ? `${number}.${minor}` : String(number);
}
