import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Which addresses may be called. `anywhere`: also without TLS, and on this machine: for development and tests alone. */
export type Reach = "public" | "anywhere";

/** What a name leads to; a test hands in its own. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** IPv4 that is nobody's on the internet (IANA's special-purpose registry). */
const PRIVATE = new BlockList();
for (const range of [
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24",
  "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
].flatMap((line) => line.split(" "))) {
  const [net = "", bits] = range.split("/");
  PRIVATE.addSubnet(net, Number(bits), "ipv4");
}

/** Of IPv6 only global unicast is called, but for what stands for other addresses (Teredo, 6to4) or for examples. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet("2000::", 3, "ipv6");
const STANDS_FOR_OTHERS = new BlockList();
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  STANDS_FOR_OTHERS.addSubnet(net, bits, "ipv6");

/** Whether an address is somebody's on the internet, and not inside the house. [T10] */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE.check(address, "ipv4");
  if (isIP(address) === 6) return GLOBAL.check(address, "ipv6") && !STANDS_FOR_OTHERS.check(address, "ipv6");
  return false;
}

/** What can be said of an address before its name is looked up. */
export function mayBeCalled(url: URL, reach: Reach): boolean {
  if (url.username || url.password || url.hash) return false;
  if (reach === "anywhere") return url.protocol === "https:" || url.protocol === "http:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return url.protocol === "https:" && (isIP(host) === 0 || isPublic(host));
}

export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

const byDns: Resolve = (name) =>
  new Promise((resolve, reject) => {
    lookup(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });

/**
 * Looks a name up for the connection itself: what was judged is what is called, whatever the name leads to a moment later.
 * One address inside the house among several is enough to refuse. [T10]
 */
export function lookupWithin(reach: Reach, resolve: Resolve = byDns): LookupFunction {
  return (name, options, done) => {
    resolve(name).then(
      (found) => {
        const [first] = found;
        const isRefused = reach === "public" && found.some(({ address }) => !isPublic(address));
        if (!first || isRefused) return done(new AddressRefused("The name leads inside the house."), "");
        return options.all ? done(null, [...found]) : done(null, first.address, first.family);
      },
      (error) => done(error, ""),
    );
  };
}
