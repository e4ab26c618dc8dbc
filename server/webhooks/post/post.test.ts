import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../../../tests/servers/receiver";
import { post } from "./post";
import { isPublic, mayBeCalled, type Resolve } from "./reach";

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const call = (url: string) => ({ url, headers: { "webhook-id": "1" }, body: "{}" });
const leadsTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("which addresses are called", () => {
  test("[T10] nothing inside the house, however it is written", () => {
    const inside =
      "127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 " +
      "255.255.255.255 ::1 :: fe80::1 fc00::1 fd12::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1:: 2001::1 " +
      "2001:db8::1 ff02::1 not-an-address";
    for (const address of inside.split(" ")) expect([address, isPublic(address)]).toEqual([address, false]);
    for (const address of ["8.8.8.8", "172.32.0.1", "193.3.4.5", "2a00:1450:400f::1"])
      expect([address, isPublic(address)]).toEqual([address, true]);
  });

  test("[T10] https alone, without a password in it, and no number that means this machine", () => {
    const refused =
      "http://esdh.kommune.dk https://a:b@esdh.kommune.dk https://127.1 https://0x7f000001 https://2130706433 " +
      "https://[::1] https://[::ffff:7f00:1] https://017700000001 ftp://esdh.kommune.dk https://esdh.kommune.dk/#x";
    for (const url of refused.split(" ")) expect([url, mayBeCalled(new URL(url), "public")]).toEqual([url, false]);
    expect(mayBeCalled(new URL("https://esdh.kommune.dk:8443/ind?a=b"), "public")).toBe(true);
  });

  test("[T10] a name that leads inside is not called, not even when one of its addresses is outside", async () => {
    const port = new URL(receiver.url).port;
    for (const resolve of [leadsTo("127.0.0.1"), leadsTo("8.8.8.8", "10.0.0.1"), leadsTo("::1"), leadsTo()]) {
      const outcome = await post(call(`https://esdh.kommune.dk:${port}/`), { reach: "public", resolve });
      expect(outcome).toEqual({ ok: false, problem: "address-refused", status: null });
    }
    expect(await post(call("https://127.0.0.1/"), { reach: "public" })).toMatchObject({ problem: "address-refused" });
    expect(await post(call("https://localhost/"), { reach: "public" })).toMatchObject({ problem: "address-refused" });
    expect(receiver.received).toEqual([]);
  });

  test("[T10] what was looked up and judged is what is called: the name is not asked twice", async () => {
    const asked: string[] = [];
    const resolve: Resolve = async (name) => {
      asked.push(name);
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const url = receiver.url.replace("127.0.0.1", "esdh.kommune.dk");
    expect(await post(call(url), { reach: "anywhere", resolve })).toEqual({ ok: true, status: 204 });
    expect(asked).toEqual(["esdh.kommune.dk"]);
    expect(receiver.received[0]!.headers.host).toContain("esdh.kommune.dk");
  });
});

describe("what came of it", () => {
  const told = (answer: number | "nothing", patience?: number) => {
    receiver.answers.push(answer);
    return post(call(`${receiver.url}/ind`), { reach: "anywhere", ...(patience ? { patience } : {}) });
  };

  test("[T8] 2xx alone is taken", async () => {
    expect(await told(200)).toEqual({ ok: true, status: 200 });
    expect(await told(500)).toEqual({ ok: false, problem: "status", status: 500 });
    expect(await told(410)).toEqual({ ok: false, problem: "gone", status: 410 });
    expect(await told("nothing")).toEqual({ ok: false, problem: "no-answer", status: null });
    expect(receiver.received[0]).toMatchObject({ path: "/ind", body: "{}", headers: { "webhook-id": "1" } });
  });

  test("[T10] nobody is followed to another place", async () => {
    for (const status of [301, 302, 307, 308])
      expect(await told(status)).toEqual({ ok: false, problem: "redirected", status });
    expect(receiver.received.map(({ path }) => path)).toEqual(["/ind", "/ind", "/ind", "/ind"]);
  });

  test("[T8] whoever does not answer is not waited for", async () => {
    await receiver.stop();
    expect(await told(204)).toMatchObject({ ok: false, problem: "no-answer" });
  });
});
