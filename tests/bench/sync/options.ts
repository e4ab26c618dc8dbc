import { LOADS, type LoadName } from "./loads";

const SERVERS = ["relay", "plain", "ours"] as const;
export type ServerName = (typeof SERVERS)[number];

export type Options = {
  seconds: number;
  /** Long enough that the server's code is compiled: a server runs for weeks. */
  warmSeconds: number;
  /** Each server meets each load so often; the round in the middle is shown. */
  rounds: number;
  loads: readonly LoadName[];
  servers: readonly ServerName[];
  storm: boolean;
  slow: boolean;
  /** A folder for CPU profiles of the servers. */
  profile: string | null;
};

const USAGE = `npm run bench:sync -- [--seconds=20] [--warm=20] [--rounds=1] [--only=a,b,c] [--servers=relay,plain,ours]
  [--hundred] [--storm] [--slow] [--all] [--profile=FOLDER]`;

/** Without --only, --hundred, --storm or --slow: the loads a, b and c. */
export function readOptions(argv: readonly string[]): Options {
  const given = new Map(argv.map((text) => splitOption(text)));
  const is = (name: string) => given.has(name) || given.has("all");
  const only = given.get("only");
  const isNamed = ["hundred", "storm", "slow"].some((name) => given.has(name));
  const loads = only ? listed(only, Object.keys(LOADS)) : isNamed ? [] : ["a", "b", "c"];
  return {
    seconds: numberOf(given.get("seconds") ?? "20"),
    warmSeconds: numberOf(given.get("warm") ?? "20"),
    rounds: numberOf(given.get("rounds") ?? "1"),
    loads: [...loads, ...(is("hundred") ? ["hundred"] : [])] as LoadName[],
    servers: listed(given.get("servers") ?? SERVERS.join(","), SERVERS) as ServerName[],
    storm: is("storm"),
    slow: is("slow"),
    profile: given.get("profile") ?? null,
  };
}

const NAMES = ["seconds", "warm", "rounds", "only", "servers", "hundred", "storm", "slow", "all", "profile"];

function splitOption(text: string): [string, string] {
  const [, name = "", value = ""] = /^--([a-z]+)(?:=(.+))?$/.exec(text) ?? [];
  if (!NAMES.includes(name)) throw new Error(`Expected an option; got "${text}".\n${USAGE}`);
  return [name, value];
}

function listed(text: string, known: readonly string[]): string[] {
  const names = text.split(",");
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`Expected some of ${known.join(", ")}; got "${unknown}".\n${USAGE}`);
  return names;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`Expected a number above 0; got "${text}".\n${USAGE}`);
  return value;
}
