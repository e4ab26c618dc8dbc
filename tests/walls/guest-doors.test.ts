import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROUTES = "app/routes";
const routes = readdirSync(ROUTES);

/** All a route is made of, as one text. */
function sourceOf(route: string): string {
  const path = join(ROUTES, route);
  if (!statSync(path).isDirectory()) return readFileSync(path, "utf8");
  return readdirSync(path)
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => readFileSync(join(path, name), "utf8"))
    .join("\n");
}

const isInside = (route: string) =>
  /^_app\.(hoeringer\.\$id|svar\.\$responseId|bilag\.\$attachmentId|breve\.\$letterId)(\W|$)/.test(route);

test("[J11] only addresses inside a hearing have the parameters by which a guest is let in", () => {
  const named = routes.filter((route) => /\$(id|responseId|attachmentId|letterId)(\W|$)/.test(route));
  expect(named.filter((route) => !isInside(route))).toEqual([]);
  expect(named.length).toBeGreaterThan(25);
});

test("[J11] every route asks who is there by `loads` and `acts`, which know guests", () => {
  const own = routes.filter(
    (route) => route.startsWith("_app") && /requireViewer|context\.viewer/.test(sourceOf(route)),
  );
  expect(own).toEqual([]);
  const doors = routes.filter(isInside).filter((route) => !/\b(loads|acts|actsAlone)\(/.test(sourceOf(route)));
  expect(doors).toEqual([]);
});
