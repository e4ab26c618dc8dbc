import { expect, test } from "vitest";
import { Refusal } from "../server/errors";
import { actsAlone, formOf } from "./answering";

function sent(body: string, type: string): Request {
  return new Request("http://127.0.0.1/hoeringer/ny", { method: "POST", body, headers: { "Content-Type": type } });
}

test("a body that is no form, or one cut short, is refused as a bad request and is no fault", async () => {
  const bodies = [
    sent("{}", "application/json"),
    sent("x", "text/plain"),
    sent("--x\r\nfoo", "multipart/form-data; boundary=x"),
  ];
  for (const request of bodies) await expect(formOf(request)).rejects.toMatchObject({ init: { status: 400 } });
  const form = await formOf(sent("title=%C3%86ble", "application/x-www-form-urlencoded"));
  expect(form.get("title")).toBe("Æble");
});

test("what a route without a page refuses has its own status and says why; a fault flies on", async () => {
  const asked = (deed: () => Promise<unknown>) => {
    const body = new URLSearchParams({ comment: "æ" });
    const request = new Request("http://127.0.0.1/svar/1/kommentarer", { method: "POST", body });
    const context = { viewer: { id: "lars" }, services: {} };
    return actsAlone(deed)({ request, params: {}, context } as never) as Promise<Response>;
  };
  const refused = await asked(() => Promise.reject(new Refusal("invalid", "form", { comment: "too-long" })));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ refusal: { code: "form" }, values: { comment: "æ" } });
  expect((await asked(() => Promise.reject(new Refusal("conflict", "already-decided")))).status).toBe(409);
  await expect(asked(() => Promise.reject(new Refusal("not-found", "not-found")))).rejects.toMatchObject({
    status: 404,
  });
  await expect(asked(() => Promise.reject(new Error("Noget gik i stykker")))).rejects.toThrow("Noget gik i stykker");
  expect(await (await asked(async () => Response.json({ done: true }))).json()).toEqual({ done: true });
});
