import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Raw bytes. postgres.js hands out Buffers; they are Uint8Arrays to everyone else. */
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});

/** A moment, always with its zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A primary key of its own brand. */
export const idOf = <Id extends string>(name = "id") => uuid(name).$type<Id>();
