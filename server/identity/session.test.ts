import { expect, test } from "vitest";
import { newId, type UserId } from "../../db/ids";
import { machineKey } from "./session";

test("[E30] the key to one's texts on a machine is one's own, the same tomorrow, and has 256 bits", () => {
  const [anna, bo] = [newId<UserId>(), newId<UserId>()];
  const key = machineKey("husets hemmelighed", anna);
  expect(machineKey("husets hemmelighed", anna)).toBe(key);
  expect(machineKey("husets hemmelighed", bo)).not.toBe(key);
  expect(machineKey("en anden", anna)).not.toBe(key);
  expect(Buffer.from(key, "base64url")).toHaveLength(32);
});
