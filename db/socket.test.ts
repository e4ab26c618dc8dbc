import { createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { connect } from "./client";

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function serverThat(answers: (socket: Socket) => void) {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on("error", () => {});
    answers(socket);
  });
  endings.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `postgres://nobody@127.0.0.1:${port}/nothing`, visits: () => visits };
}

test.each(["", "?sslmode=require"])(
  "a proxy that closes at once, because its database is away, is an error and not tried again without end %s",
  async (query) => {
    const { url, visits } = await serverThat((socket) => socket.end());
    const { sql } = connect(url + query);
    await expect(sql`select 1`).rejects.toThrow("Expected PostgreSQL to answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(visits()).toBe(1);
    await expect(sql`select 1`).rejects.toThrow("Expected PostgreSQL to answer");
    await sql.end({ timeout: 0 });
  },
);

test("one that is not there is an error, by port and by socket", async () => {
  const nobody = connect("postgres://nobody@127.0.0.1:1/nothing");
  await expect(nobody.sql`select 1`).rejects.toMatchObject({ code: "ECONNREFUSED" });
  const nowhere = connect(`postgres://nobody@localhost/nothing?host=${encodeURIComponent("/nowhere/at/all")}`);
  await expect(nowhere.sql`select 1`).rejects.toMatchObject({ code: "ENOENT" });
  const tooLong = connect(`postgres://nobody@localhost/nothing?host=/${"x".repeat(300)}`, { connect_timeout: 1 });
  await expect(tooLong.sql`select 1`).rejects.toThrow();
  for (const { sql } of [nobody, nowhere, tooLong]) await sql.end({ timeout: 0 });
});
