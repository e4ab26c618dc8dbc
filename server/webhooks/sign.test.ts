import { expect, test } from "vitest";
import { newSecret, signed } from "./sign";

test("[T9] a call is signed as the Standard Webhooks specification has it", () => {
  // The specification's own example, as its libraries test it.
  const message = {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    at: new Date(1614265330_000),
    body: '{"test": 2432232314}',
  };
  expect(signed(message, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).toEqual({
    "webhook-id": message.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("[T9] no two secrets are alike, and each has 256 bits", () => {
  const secrets = [newSecret(), newSecret()];
  expect(secrets[0]).not.toBe(secrets[1]);
  for (const secret of secrets) expect(Buffer.from(secret.replace("whsec_", ""), "base64")).toHaveLength(32);
});
