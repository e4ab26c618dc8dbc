import { expect, test } from "vitest";
import { importKey, seal, unseal } from "./seal";

const key = (byte: number) => importKey(Buffer.alloc(32, byte).toString("base64url"));

test("[E30] what is kept opens with the person's own key, at its own place, and as it was", async () => {
  const [own, other] = [await key(1), await key(251)];
  if (!own || !other) throw new Error("Expected keys");
  const text = new TextEncoder().encode("Ikke sendt endnu");
  const sealed = await seal(own, "anna/d/1/0", text);
  expect(new TextDecoder().decode(sealed.bytes)).not.toContain("sendt");
  expect(await unseal(own, "anna/d/1/0", sealed)).toEqual(text);
  expect(await unseal(other, "anna/d/1/0", sealed)).toBeNull();
  expect(await unseal(own, "anna/d/2/0", sealed)).toBeNull();
  new Uint8Array(sealed.bytes)[0]! ^= 1;
  expect(await unseal(own, "anna/d/1/0", sealed)).toBeNull();
});
