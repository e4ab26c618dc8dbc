import { fetchDocument, fetchFile, fetchResponse, listResponses } from "./responses";
import type { Route } from "./route";
import { addWebhook, listWebhooks, removeWebhook } from "./webhooks";

/** All that can be asked: the router, openapi.json and the readable page are made of this list. [T6] */
export const ROUTES: readonly Route[] = [
  listResponses,
  fetchResponse,
  fetchDocument,
  fetchFile,
  listWebhooks,
  addWebhook,
  removeWebhook,
];

type Found = { routes: readonly Route[]; path: Record<string, string> };

/** The routes at a path, whatever their method, and what stands in its {places}. */
export function routesAt(path: string): Found {
  const fits = ROUTES.flatMap((route) => {
    const found = patternOf(route.path).exec(path);
    return found ? [{ route, path: { ...found.groups } }] : [];
  });
  return { routes: fits.map(({ route }) => route), path: fits[0]?.path ?? {} };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
}
