import { afterEach, expect, test, vi } from "vitest";
import { LIVE_SCHEMA } from "../document-model/document";
import { askForClaim, ClaimAhead, type ClaimAnswer } from "./claim";
import { Opening } from "./opening";

const ISSUED = { clientID: 2 ** 31 + 5, nonce: "n", epoch: 3, schemaVersion: LIVE_SCHEMA };

const asked = (answer: () => Promise<Response> | Response) => {
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    requests.push({ url: String(url), init });
    return answer();
  };
  return { requests, answer: askForClaim({ url: "wss://own.dk/sync", documentId: "d", fetch }) };
};

test("[I4] a page asks for its client id over HTTP, naming the schema it knows", async () => {
  const { requests, answer } = asked(() => Response.json(ISSUED, { status: 201 }));
  const { clientID, nonce, epoch } = ISSUED;
  expect(await answer).toEqual({ kind: "issued", claim: { clientID, nonce, epoch } });
  expect(requests[0]?.url).toBe("https://own.dk/sync/d/client");
  expect(requests[0]?.init).toMatchObject({ method: "POST", body: `{"schemaVersion":${LIVE_SCHEMA}}` });
});

test("[I4] a refusal is a verdict like a close code; whatever else comes is no answer, and asked for again", async () => {
  const said = (code: number, status: number) => asked(() => Response.json({ code }, { status })).answer;
  for (const code of [4400, 4401, 4403, 4404, 4409, 4426]) {
    expect(await said(code, 400)).toEqual({ kind: "verdict", code });
  }
  expect(await said(1013, 503)).toEqual({ kind: "none", code: 1013 });
  const nothing: (() => Response | Promise<Response>)[] = [
    () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
    () => Response.json(null),
    () => Response.json({ clientID: "5", nonce: 1 }),
    () => Promise.reject(new TypeError("Failed to fetch")),
  ];
  for (const answer of nothing) expect(await asked(answer).answer).toEqual({ kind: "none", code: null });
});

test("[I4] what was asked for ahead is given once: a second document asks for its own", async () => {
  let count = 0;
  const ahead = new ClaimAhead(async () => ({ kind: "none", code: ++count }));
  ahead.begin();
  ahead.begin();
  expect(await ahead.take()).toEqual({ kind: "none", code: 1 });
  expect(ahead.take()).toBeNull();
  ahead.begin();
  expect(count).toBe(1);
});

afterEach(() => vi.useRealTimers());

function doorway(...answers: ClaimAnswer[]) {
  vi.useFakeTimers();
  const log: string[] = [];
  const params: Record<string, string> = {};
  const provider = { connect: () => log.push("connect"), params };
  const opening = new Opening({
    provider: provider as unknown as ConstructorParameters<typeof Opening>[0]["provider"],
    ask: async () => {
      log.push("ask");
      return answers.shift() ?? { kind: "none", code: null };
    },
    claimed: ({ clientID }) => log.push(`write as ${clientID}`),
    refused: (code) => log.push(`refused ${code}`),
    failed: () => log.push("failed"),
  });
  return { opening, provider, log };
}

const issued: ClaimAnswer = { kind: "issued", claim: { clientID: 7, nonce: "n", epoch: 1 } };
const none: ClaimAnswer = { kind: "none", code: null };

test("[I4] the socket is opened when the page has its claim, which it shows again at every knock", async () => {
  const { opening, provider, log } = doorway(issued);
  opening.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(["ask", "write as 7", "connect"]);
  expect(provider.params).toEqual({ epoch: "1", client: "7", nonce: "n", schema: String(LIVE_SCHEMA) });
  opening.begin();
  expect(log.slice(3)).toEqual(["connect"]);
});

test("[E9] without an answer it is asked again by itself, more and more seldom, and at once when asked to", async () => {
  const { opening, log } = doorway(none, none, none, issued);
  opening.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(["ask", "failed"]);
  await vi.advanceTimersByTimeAsync(301);
  expect(log).toHaveLength(4);
  opening.begin();
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toHaveLength(6);
  await vi.advanceTimersByTimeAsync(399);
  expect(log).toHaveLength(6);
  await vi.advanceTimersByTimeAsync(800);
  expect(log.slice(6)).toEqual(["ask", "write as 7", "connect"]);
});

test("[I4] after a verdict nothing is asked until a person wants it, and nothing once the page is left", async () => {
  const { opening, log } = doorway({ kind: "verdict", code: 4426 }, none);
  opening.begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(["ask", "refused 4426"]);
  opening.begin();
  opening.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  opening.begin();
  expect(log).toEqual(["ask", "refused 4426", "ask"]);
});
