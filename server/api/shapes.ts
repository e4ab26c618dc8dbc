import type { ApiTokenId, WebhookId } from "../../db/ids";
import type { SCOPES } from "../../db/schema/api-tokens";
import type { Viewer } from "../identity/viewer";
import type { ShownWebhook, Trial } from "../webhooks/shapes";

export type Scope = (typeof SCOPES)[number];

export type TokenState = "active" | "expired" | "revoked";

/** A token as the administrators see it: never itself. */
export type ShownToken = {
  id: ApiTokenId;
  name: string;
  scopes: Scope[];
  state: TokenState;
  madeBy: string;
  madeAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
};

export type AccessPage = {
  tokens: ShownToken[];
  webhooks: ShownWebhook[];
  /** The first and the last day that a token may expire on. */
  days: { first: string; last: string };
};

/** One route as the readable page shows it. */
type DescribedRoute = {
  method: string;
  path: string;
  summary: string;
  scope: Scope | null;
  parameters: { name: string; description: string; isRequired: boolean }[];
  answers: { status: number; description: string }[];
};

export type ApiDescription = {
  routes: DescribedRoute[];
  problems: { code: string; status: number; title: string }[];
  perMinute: number;
};

/** The door of api/: what other systems may ask, and who lets them. */
export type Api = {
  /** Any request under /api/. Never throws: what is refused, and what is broken, is answered as a problem (RFC 9457). */
  answer(request: Request): Promise<Response>;
  /** For people who write the other system. */
  description(): ApiDescription;

  /** Administrators, as all below. */
  page(viewer: Viewer): Promise<AccessPage>;
  /** Fields: name, scopes, expiresOn (a Danish day, or empty). The token is told this once. [T1] */
  makeToken(viewer: Viewer, form: unknown): Promise<{ id: ApiTokenId; token: string }>;
  revokeToken(viewer: Viewer, tokenId: string): Promise<void>;
  /** Fields: url, events. The secret is told this once. */
  addWebhook(viewer: Viewer, form: unknown): Promise<{ id: WebhookId; secret: string }>;
  removeWebhook(viewer: Viewer, webhookId: string): Promise<void>;
  sendAgain(viewer: Viewer, deliveryId: string): Promise<void>;
  pauseWebhook(viewer: Viewer, webhookId: string): Promise<void>;
  resumeWebhook(viewer: Viewer, webhookId: string): Promise<void>;
  tryWebhook(viewer: Viewer, webhookId: string): Promise<Trial>;
};
