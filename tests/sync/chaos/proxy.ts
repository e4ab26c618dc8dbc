import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Way = "up" | "down";

/** What a network does to the lines through it. It may delay and lose, but a TCP line never reorders. */
type Weather = {
  /** Nobody gets through, and nobody is told at once when it began by silence. */
  isRefusing: boolean;
  swallows: ReadonlySet<Way>;
  delay: number;
  /** The next chunk is cut in two, and the line with it. */
  tears: boolean;
};

const FAIR: Weather = { isRefusing: false, swallows: new Set(), delay: 0, tears: false };

/** A port of our own host, or the path of a socket. */
type Target = number | string;

/** A line of its own for each page, so that each has weather of its own; `target` is asked at each new connection. */
export async function proxyTo(target: () => Target) {
  let weather = FAIR;
  const lines = new Set<Line>();
  const server = createServer((page) => {
    if (weather.isRefusing) return page.destroy();
    const ended = () => lines.delete(line);
    const line: Line = new Line(page, target(), () => weather, ended);
    lines.add(line);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const line of [...lines]) line.cut();
  };
  return {
    port,
    /** Ends the lines that are open; who knocks again gets through. */
    cut,
    /** Ends them, and takes no new one. */
    refuse: () => {
      weather = { ...FAIR, isRefusing: true };
      cut();
    },
    /** Bytes vanish; both ends believe that the line stands. */
    swallow: (...ways: Way[]) => {
      weather = { ...weather, swallows: new Set(ways) };
    },
    delay: (delay: number) => {
      weather = { ...weather, delay };
    },
    /** The line ends in the middle of what is sent next. */
    tear: () => {
      weather = { ...weather, tears: true };
    },
    heal: () => {
      weather = FAIR;
      // What has lost bytes is no line any more.
      for (const line of [...lines]) if (line.isBroken) line.cut();
    },
    stop: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

export type Weathered = Awaited<ReturnType<typeof proxyTo>>;

/** One connection through the proxy, both ways. */
class Line {
  isBroken = false;
  readonly #ends: readonly [Socket, Socket];
  readonly #weather: () => Weather;
  readonly #ended: () => void;

  constructor(page: Socket, target: Target, weather: () => Weather, ended: () => void) {
    const node = typeof target === "number" ? connect(target, "127.0.0.1") : connect(target);
    for (const end of [page, node]) end.setNoDelay(true);
    this.#ends = [page, node];
    this.#weather = weather;
    this.#ended = ended;
    this.#carry("up", page, node);
    this.#carry("down", node, page);
  }

  cut(): void {
    this.#ended();
    for (const end of this.#ends) end.destroy();
  }

  #carry(way: Way, from: Socket, to: Socket): void {
    // One chunk after the other: a shorter delay does not overtake a longer one.
    let last = Promise.resolve();
    from.on("data", (chunk) => {
      const { delay } = this.#weather();
      const waits = delay > 0 ? new Promise((resolve) => setTimeout(resolve, delay)) : null;
      last = last.then(async () => {
        if (waits) await waits;
        this.#deliver(way, to, chunk);
      });
    });
    from.on("error", () => {});
    from.on("close", () => void last.then(() => this.#part(way)));
  }

  /** A goodbye is swallowed like anything else. */
  #part(way: Way): void {
    if (this.#weather().swallows.has(way)) this.isBroken = true;
    else this.cut();
  }

  #deliver(way: Way, to: Socket, chunk: Buffer): void {
    const { swallows, tears } = this.#weather();
    if (swallows.has(way)) this.isBroken = true;
    if (this.isBroken || to.destroyed) return;
    if (!tears) return void to.write(chunk);
    // What comes before it is cut must not fill the frame that was torn.
    this.isBroken = true;
    to.write(chunk.subarray(0, chunk.length >> 1), () => this.cut());
  }
}
