import { join } from "node:path";
import { expect, test } from "playwright/test";
import { ROOT } from "../../server/prepare.mjs";
import { pageSizes } from "../bench/bundles/pages";

// No browser: it stands among the journeys because they are what has a build.
test("[E33] no page makes anybody load more JavaScript than what has been reached on the way to 250 and 110 kB", () => {
  const pages = pageSizes(join(ROOT, "build"));
  expect(pages.length).toBeGreaterThan(20);
  const tooLarge = pages.filter(({ must, held }) => must > held);
  expect(tooLarge.map(({ route, must, held }) => `${route}: ${must} bytes, at most ${held}`)).toEqual([]);
});
