import { z } from "zod";
import type { Clock } from "../../../clock";
import { CaseSystemError } from "../port";
import { isOk, jsonIn } from "./answers";
import type { Answer, Caller, Question } from "./caller";

type Way = { tokenAddress: string; clientId: string; secret: string; scope?: string };

const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().default(60) });
/** A token that runs out on the way is as good as none. */
const MARGIN = 30_000;

/** Asks with a token of OAuth2's client credentials: fetched when needed, kept while it lasts, fetched once more on a 401. */
export function createBearer(caller: Caller, way: Way, clock: Clock): Caller {
  let kept: { token: string; until: number } | null = null;

  async function token(): Promise<string> {
    if (kept && clock.now().getTime() < kept.until) return kept.token;
    const found = await fetched(caller, way);
    kept = { token: found.access_token, until: clock.now().getTime() + found.expires_in * 1000 - MARGIN };
    return kept.token;
  }

  async function ask(question: Question): Promise<Answer> {
    const headers = { ...question.headers, authorization: `Bearer ${await token()}` };
    return caller({ ...question, headers });
  }

  return async (question) => {
    const answer = await ask(question);
    if (answer.status !== 401) return answer;
    kept = null;
    return ask(question);
  };
}

async function fetched(caller: Caller, { tokenAddress, clientId, secret, scope }: Way) {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: secret,
    ...(scope ? { scope } : {}),
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  const answer = await caller({ method: "POST", url: tokenAddress, headers, body: form.toString() });
  // An unknown client is a 400 to OAuth2.
  if (!isOk(answer) && answer.status < 500) throw new CaseSystemError("auth", answer.said);
  return jsonIn(answer, Token);
}
