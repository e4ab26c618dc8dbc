import type { APIRequestContext } from "playwright/test";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../server/demo/people";
import { expect, test } from "./fixtures";

const NOWHERE = "00000000-0000-4000-8000-000000000000";
const PEOPLE = [
  "tovholder",
  "bidragyder.social",
  "leder.boern",
  "direktoer",
  "journal",
  "laeser",
  "revisor",
  "admin",
] as const;

/** Route × person → status, in the order of PEOPLE. Auditors and administrators keep the house and read no answers. */
const MATRIX: Record<string, string> = {
  "/": "200 200 200 200 200 200 200 200",
  "/hoeringer": "200 200 200 200 200 200 403 403",
  "/hoeringer/ny": "200 403 403 403 403 403 403 403",
  "/hoeringer/:hearing": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/plan": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/fordeling": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/daekning": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/daekning/nyt": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/daekning/tekster": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/daekning/maal": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/daekning.csv": "200 200 200 200 200 200 403 403",
  "/hoeringer/:hearing/maal": "404 404 404 404 404 404 403 403",
  [`/hoeringer/${NOWHERE}/maal`]: "404 404 404 404 404 404 403 403",
  "/hoeringer/:hearing/indsatser": "404 404 404 404 404 404 403 403",
  [`/hoeringer/${NOWHERE}/indsatser`]: "404 404 404 404 404 404 403 403",
  "/kilder": "200 200 200 200 200 200 200 200",
  "/soeg?q=kommunen": "200 200 200 200 200 200 403 403",
  "/kilder/ny": "200 403 403 403 403 403 403 403",
  "/kilder/:source": "200 200 200 200 200 200 200 200",
  "/kilder/:source/punkter": "200 200 200 200 200 200 200 200",
  "/kilder/:source/overfoersel": "200 200 200 200 200 200 403 403",
  "/kilder/:source/sammenlign": "200 200 200 200 200 200 403 403",
  "/kilder/:source/original": "200 200 200 200 200 200 200 200",
  "/svar/:response": "200 200 200 200 200 200 404 404",
  "/svar/:response/godkendelse": "200 200 200 200 200 200 404 404",
  "/svar/:response/arkiv": "200 200 200 200 200 200 404 404",
  "/svar/:response/arkiv/nyt": "200 200 200 200 200 200 404 404",
  "/beskeder": "200 200 200 200 200 200 200 200",
  "/beskeder/nyt": "200 200 200 200 200 200 200 200",
  [`/beskeder/${NOWHERE}`]: "404 404 404 404 404 404 404 404",
  "/revision": "403 403 403 403 403 403 200 403",
  "/administration": "403 403 403 403 403 403 403 200",
  "/administration/kle": "403 403 403 403 403 403 403 200",
  "/administration/centre": "403 403 403 403 403 403 403 200",
  [`/bilag/${NOWHERE}`]: "404 404 404 404 404 404 404 404",
  [`/invitationer/${NOWHERE}`]: "404 404 404 404 404 404 404 404",
  "/kle?art=topics&q=29": "200 200 200 200 200 200 200 200",
  "/administration/sagssystem": "403 403 403 403 403 403 403 200",
  "/administration/adgang": "403 403 403 403 403 403 403 200",
  [`/hoeringer/${NOWHERE}`]: "404 404 404 404 404 404 403 403",
  [`/hoeringer/${NOWHERE}/daekning.csv`]: "404 404 404 404 404 404 403 403",
  [`/hoeringer/${NOWHERE}/daekning/nyt`]: "404 404 404 404 404 404 403 403",
  [`/kilder/${NOWHERE}`]: "404 404 404 404 404 404 404 404",
  [`/svar/${NOWHERE}`]: "404 404 404 404 404 404 404 404",
  "/svar/not-an-id": "404 404 404 404 404 404 404 404",
};

test("[D3] each page opens for those it is for, and for nobody else", async ({ playwright, app }) => {
  const as = async (who: DemoPerson | null) => {
    const request = await playwright.request.newContext({ baseURL: app.url, extraHTTPHeaders: { origin: app.url } });
    if (who) expect((await signIn(request, who)).status()).toBe(302);
    return request;
  };
  const paths = await realPaths(await as("tovholder"));
  const stranger = await as(null);
  for (const path of Object.keys(MATRIX)) {
    const answer = await stranger.get(filled(path, paths), { maxRedirects: 0 });
    expect(answer.status(), `${path} before signing in`).toBe(302);
    expect(answer.headers()["location"]).toMatch(/^\/log-ind/);
  }
  const people = await Promise.all(PEOPLE.map(as));
  for (const [path, expected] of Object.entries(MATRIX)) {
    const found = await Promise.all(people.map((one) => one.get(filled(path, paths), { maxRedirects: 0 })));
    expect(found.map((answer) => answer.status()).join(" "), path).toBe(expected);
  }
});

test("[D7] a forged form changes nothing", async ({ playwright, app }) => {
  const headers = { origin: "https://evil.example" };
  const forged = await playwright.request.newContext({ baseURL: app.url, extraHTTPHeaders: headers });
  const wrong = await signIn(forged, "tovholder");
  expect(wrong.status()).toBe(403);
  expect(wrong.headers()["set-cookie"]).toBeUndefined();
});

test("[D8] a form sent after the session ran out says so, and keeps what was typed", async ({
  signIn: as,
  complaints,
}) => {
  complaints.allow(/401/);
  const page = await as("tovholder");
  await page.goto("/hoeringer/ny");
  await page.getByLabel("Titel").fill("Det, jeg nåede at skrive");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Opret høring" }).click();
  await expect(page.getByRole("alert")).toContainText("Du er blevet logget ud");
  await expect(page.getByLabel("Titel")).toHaveValue("Det, jeg nåede at skrive");
});

test("every page is shut in by a policy of its own and kept by no cache", async ({ request }) => {
  const one = await request.get("/log-ind");
  const two = await request.get("/log-ind");
  const policy = one.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).not.toBe(two.headers()["content-security-policy"]);
  expect(one.headers()["cache-control"]).toBe("no-store");
});

function signIn(request: APIRequestContext, who: DemoPerson) {
  return request.post("/log-ind", { form: { email: addressOf(who), password: DEMO_PASSWORD }, maxRedirects: 0 });
}

type Paths = { hearing: string; response: string; source: string };

/** The ids that the demo world happens to have, read off its pages as anybody would. */
async function realPaths(request: APIRequestContext): Promise<Paths> {
  const first = async (page: string, kind: string) => {
    const found = new RegExp(`/${kind}/([0-9a-f-]{36})`).exec(await (await request.get(page)).text());
    return found?.[1] ?? "";
  };
  const hearing = await first("/hoeringer", "hoeringer");
  return { hearing, response: await first(`/hoeringer/${hearing}`, "svar"), source: await first("/kilder", "kilder") };
}

function filled(path: string, paths: Paths): string {
  return path.replace(/:(hearing|response|source)/, (_, name: keyof Paths) => paths[name]);
}
