import { randomUUID } from "node:crypto";
import type { Asked, Said } from "./moody";

export const CLIENT = { clientId: "samsvar", secret: "hemmelig-nøgle" };

/** OAuth2's client credentials as Keycloak gives them. Each token is good for so many questions, then it has run out. */
export function createTokens(lastsFor = Number.POSITIVE_INFINITY) {
  const left = new Map<string, number>();
  return {
    give({ body }: Asked): Said {
      const form = new URLSearchParams(body.toString());
      if (form.get("client_id") !== CLIENT.clientId || form.get("client_secret") !== CLIENT.secret)
        return { status: 401, json: { error: "invalid_client" } };
      const token = randomUUID();
      left.set(token, lastsFor);
      return { json: { access_token: token, expires_in: 300, token_type: "Bearer" } };
    },
    isGood({ request }: Asked): boolean {
      const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
      const more = left.get(token) ?? 0;
      left.set(token, more - 1);
      return more > 0;
    },
  };
}
