import { z } from "zod";
import { SCOPES } from "../../db/schema";
import { linkTo } from "./links";
import { isProblemCode, PROBLEMS } from "./problem";
import { PER_MINUTE } from "./rate";
import type { Route } from "./route";
import { ROUTES } from "./routes";
import { SCHEMAS, type SchemaName } from "./schemas";
import type { ApiDescription } from "./shapes";

/** Said no to by every route. */
const EVERYWHERE = [
  "token-missing",
  "token-unknown",
  "token-expired",
  "token-revoked",
  "scope-missing",
  "too-many-requests",
  "fault",
] as const;

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, drawn from the schemas that check what comes in and goes out. [T6] */
export function openApi(publicUrl: string | undefined): Json {
  const paths: Record<string, Json> = {};
  for (const route of ROUTES)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Samsvar",
      version: "1.0.0",
      description: "Godkendte høringssvar og vurderinger for sagssystemer og andre. Aldrig den tekst, der arbejdes på.",
    },
    servers: [{ url: linkTo(publicUrl, "") }],
    security: [{ token: [] }],
    paths,
    webhooks: webhookCalls(),
    components: {
      schemas: Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, jsonSchema(schema)])),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: `Rettigheder: ${SCOPES.join(", ")}.` },
      },
    },
  };
}

function operation(route: Route): Json {
  const { id, summary, scope, body } = route;
  return {
    operationId: id,
    summary,
    "x-scope": scope,
    parameters: parametersOf(route),
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: ref(body) } } } } : {}),
    responses: { ...accepted(route), ...refusals(route) },
  };
}

/** What is sent to the addresses that want to know, and how their answers are understood. [T8] [T9] [T20] */
function webhookCalls(): Json {
  const header = (name: string, description: string) => {
    return { name, in: "header", required: true, schema: { type: "string" }, description };
  };
  const parameters = [
    header("webhook-id", "Den samme i alle forsøg."),
    header("webhook-timestamp", "Hvornår der blev sendt: sekunder siden 1970."),
    header("webhook-signature", "v1, og HMAC-SHA-256 i base64 af webhook-id.webhook-timestamp.indholdet."),
  ];
  const responses = {
    "2XX": { description: "Modtaget. Svar inden 10 sekunder." },
    410: { description: "Send ikke mere: adressen sættes på pause, og kommunens administratorer får besked." },
    default: { description: "Prøves igen efter 1, 5 og 30 minutter og 2, 6, 12 og 24 timer." },
  };
  const call = (operationId: string, summary: string, schema: SchemaName): Json => {
    const requestBody = { required: true, content: { "application/json": { schema: ref(schema) } } };
    return { post: { operationId, summary, security: [], parameters, requestBody, responses } };
  };
  return {
    happened: call("happened", "Et svar er godkendt, åbnet igen eller journaliseret.", "WebhookCall"),
    test: call("test", "En prøve, som en administrator sender. Den handler ikke om noget svar.", "WebhookTest"),
  };
}

type Parameter = { name: string; in: "path" | "query"; required: boolean; schema: Json; description?: string };

function parametersOf({ path, query }: Pick<Route, "path" | "query">): Parameter[] {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]): Parameter => {
    return { name, in: "path", required: true, schema: { type: "string" } };
  });
  if (!query) return places;
  const { properties = {}, required = [] } = jsonSchema(query) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const asked = Object.entries(properties).map(([name, schema]): Parameter => {
    const { description, ...rest } = schema;
    const isRequired = required.includes(name) && !("default" in schema);
    return {
      ...{ name, in: "query", required: isRequired, schema: rest },
      ...(typeof description === "string" ? { description } : {}),
    };
  });
  return [...places, ...asked];
}

function accepted({ answer, method }: Route): Json {
  const { status, description } = answer;
  if (status === 204) return { 204: { description } };
  const types = "media" in answer ? answer.media : ["application/json"];
  const schema = "schema" in answer ? { schema: ref(answer.schema) } : {};
  const content = Object.fromEntries(types.map((type) => [type, schema]));
  if (method !== "GET") return { [status]: { description, content } };
  const known = { 304: { description: "Uændret siden If-None-Match." } };
  const part = "media" in answer ? { 206: { description: "Den del, Range bad om.", content } } : {};
  return { [status]: { description, content }, ...part, ...known };
}

/** One entry a status, with the codes that it can have. */
function refusals(route: Route): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of [...EVERYWHERE, ...route.problems]) {
    const [status] = isProblemCode(code) ? PROBLEMS[code] : [500];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { "application/problem+json": { schema: ref("Problem") } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.join(", "), content }]),
  );
}

function ref(name: SchemaName): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" });
  return rest;
}

/** The same for the page that people read. */
export function description(): ApiDescription {
  return {
    routes: ROUTES.map((route) => ({
      method: route.method,
      path: `/api/v1${route.path}`,
      summary: route.summary,
      scope: route.scope,
      parameters: parametersOf(route)
        .filter((one) => one.in === "query")
        .map(({ name, required, description: said = "" }) => ({ name, isRequired: required, description: said })),
      answers: [{ status: route.answer.status, description: route.answer.description }],
    })),
    problems: Object.entries(PROBLEMS).map(([code, [status, title]]) => ({ code, status, title })),
    perMinute: PER_MINUTE,
  };
}
