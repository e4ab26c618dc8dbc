import { join } from "node:path";
import { caseFolder } from "../names";

/** The folder of a case under the root. It never leaves the root. [F3] */
export function caseDirectory(root: string, caseNumber: string): string {
  return join(root, caseFolder(caseNumber));
}
