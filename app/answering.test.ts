import { expect, test } from "vitest";
import { formOf } from "./answering";

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
