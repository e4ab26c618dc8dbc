// `npm run bench:pages-size`: the JavaScript that each page must load, and of what it consists. Wants a build.
// Name parts of routes to see their files: `npm run bench:pages-size svar arkiv`.
import { join } from "node:path";
import { ROOT } from "../../../server/prepare.mjs";
import { pageSizes } from "./pages";

const asked = process.argv.slice(2);
const pages = pageSizes(join(ROOT, "build")).sort((one, other) => other.must - one.must);

console.table(
  Object.fromEntries(
    pages.map(({ route, must, later, goal }) => [
      route,
      { "must load, kB": kB(must), "goal, kB": goal / 1000, met: must <= goal, "later or never, kB": kB(later) },
    ]),
  ),
);
for (const { route, files } of pages.filter(({ route }) => asked.some((part) => route.includes(part)))) {
  console.log(`\n${route}`);
  for (const [file, bytes] of files) console.log(`${kB(bytes).toFixed(1).padStart(8)}  ${file}`);
}

function kB(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
