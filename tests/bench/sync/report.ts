import type { Measured } from "./measure";
import type { Spread } from "./messages";
import type { ServerName } from "./options";

export type Results = Partial<Record<ServerName, Measured>>;
type Row = [name: string, cell: (measured: Measured, server: ServerName) => string];

const NONE = "–";

const ROWS: readonly Row[] = [
  ["updates received /s", ({ updates, seconds }) => rate(updates, seconds)],
  ["deliveries due /s", ({ deliveries, seconds }) => rate(deliveries, seconds)],
  ["lost", ({ lost }) => String(lost)],
  ["saved, but not in the log", ({ broken }, server) => ofOurs(server, String(broken))],
  ["node CPU, % of a core", ({ cpu, seconds }) => ((cpu.node / seconds / 1e6) * 100).toFixed(1)],
  ["… of that in the kernel, %", ({ cpu }) => ((cpu.inKernel / cpu.node) * 100).toFixed(0)],
  ["node CPU µs / delivered update", (measured) => perDelivered(measured).toFixed(2)],
  ["… in the cheapest quarter of the time", ({ cpu, ...load }) => quietPerDelivered(cpu.quiet, load)],
  ["node CPU µs / received update", ({ cpu, updates }) => (cpu.node / updates).toFixed(1)],
  [
    "PostgreSQL CPU µs / received update",
    ({ cpu, updates }, server) => ofOurs(server, perUpdate(cpu.postgres, updates)),
  ],
  ["commits /s", ({ cpu, seconds }, server) => ofOurs(server, rate(cpu.commits, seconds))],
  ["delivery p50 · p95 · p99 ms", ({ delivery }) => spread(delivery)],
  ["ack (as the page asks) p50 · p95 · p99 ms", ({ ack }, server) => ofOurs(server, spread(ack))],
  ["ack (asked at once) p50 · p95 · p99 ms", ({ ackAtOnce }, server) => ofOurs(server, spread(ackAtOnce))],
  ["key press → saved p50 · p95 · p99 ms", ({ keyToSaved }, server) => ofOurs(server, spread(keyToSaved))],
  ["frames out /s", ({ framesOut, seconds }) => rate(framesOut, seconds)],
  ["kB out /s", ({ bytesOut, seconds }) => rate(bytesOut / 1000, seconds)],
  ["memory MB at start · peak · after", ({ memory }) => (memory ? megabytes(memory) : NONE)],
  ["generator: CPU %", ({ generator }) => (generator.cpuShare * 100).toFixed(0)],
  ["generator: loop delay p99 ms", ({ generator }) => generator.loopDelayP99.toFixed(1)],
  ["generator: late p99 ms", ({ generator }) => generator.lateP99.toFixed(1)],
];

export function table(results: Results): string {
  const servers = Object.entries(results) as [ServerName, Measured][];
  const lines = [
    ["", ...servers.map(([name]) => name)],
    ...ROWS.map(([name, cell]) => [name, ...servers.map(([server, measured]) => cell(measured, server))]),
  ];
  return aligned(lines);
}

/** First column to the left, figures to the right. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return lines.map((line) => `  ${line.map(pad).join("  ").trimEnd()}`).join("\n");
}

/** What makes the figures of a run doubtful, and what went wrong. */
export function warnings(results: Results): string[] {
  return Object.entries(results).flatMap(([server, measured]) => {
    const { generator, complaints, unanswered, doubled } = measured;
    const said: string[] = [];
    if (generator.cpuShare > 0.85) said.push("the generator was at its limit: the server could have done more");
    if (generator.lateP99 > 20) said.push("the generator was late: its own delay is in the times");
    if (unanswered > 0) said.push(`${unanswered} marks were never answered`);
    if (doubled > 0) said.push(`${doubled} updates came twice (a CRDT does not mind)`);
    if (complaints.length > 0) said.push(`the server said: ${[...new Set(complaints)].join(" | ")}`);
    return said.map((text) => `${server}: ${text}`);
  });
}

export function perDelivered({ cpu, deliveries }: Measured): number {
  return cpu.node / deliveries;
}

function quietPerDelivered(quiet: number | null, { deliveries, seconds }: Omit<Measured, "cpu">): string {
  return quiet === null ? NONE : ((quiet * seconds) / deliveries).toFixed(2);
}

export function spread({ n, p50, p95, p99 }: Spread): string {
  return n === 0 ? NONE : [p50, p95, p99].map((ms) => ms.toFixed(1)).join(" · ");
}

function megabytes({ before, peak, after }: { before: number; peak: number; after: number }): string {
  return [before, peak, after].map((one) => one.toFixed(0)).join(" · ");
}

function rate(count: number, seconds: number): string {
  return Math.round(count / seconds).toLocaleString("en");
}

function perUpdate(cpu: number | null, updates: number): string {
  return cpu === null ? NONE : (cpu / updates).toFixed(1);
}

function ofOurs(server: ServerName, text: string): string {
  return server === "ours" ? text : NONE;
}
