import type { LoadName } from "./loads";
import { perDelivered, type Results } from "./report";

/** Met, not met, or null when what it compares was not measured. */
export type Goal = { text: string; isMet: boolean };

export function goalsOf(load: LoadName, results: Results): Goal[] {
  const { ours } = results;
  const lost = Object.entries(results).map(([server, { lost, broken }]) => `${server} ${lost + broken}`);
  const nothingLost = Object.values(results).every((one) => one.lost + one.broken === 0);
  const goals: Goal[] = [{ text: `0 lost (${lost.join(", ")})`, isMet: nothingLost }];
  if (!ours) return goals;
  if (load === "a") goals.push(...cpuGoal(results, "plain"));
  if (load === "b") goals.push(...cpuGoal(results, "relay"));
  if (load === "c") {
    // The harder of the two: a MARK sent right behind its update waits for the whole commit.
    goals.push(within("ack p95", Math.max(ours.ack.p95, ours.ackAtOnce.p95), 25));
    goals.push(within("ack p99", Math.max(ours.ack.p99, ours.ackAtOnce.p99), 60));
    if (ours.memory) goals.push(within("memory peak", ours.memory.peak, 250, "MB"));
  }
  if (load === "hundred") goals.push(within("delivery p95", ours.delivery.p95, 200));
  return goals;
}

function cpuGoal({ ours, ...others }: Results, than: "plain" | "relay"): Goal[] {
  const other = others[than];
  if (!ours || !other) return [];
  const [mine, theirs] = [perDelivered(ours), perDelivered(other)];
  const text = `node CPU per delivered update ${mine.toFixed(2)} µs ≤ ${than}'s ${theirs.toFixed(2)} µs`;
  return [{ text, isMet: mine <= theirs }];
}

export function within(name: string, found: number, limit: number, unit = "ms"): Goal {
  return { text: `${name} ${found.toFixed(1)} ≤ ${limit} ${unit}`, isMet: found <= limit };
}
