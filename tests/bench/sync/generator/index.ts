// The load, in a process of its own: gets a job from the bench, tells how far it is, and answers with what it saw.
import type { Job, Progress, Slowed, Stormed, Typed } from "../messages";
import { slowly } from "./slowly";
import { storm } from "./storm";
import { typeAndMeasure } from "./typing";

function tell(progress: Progress): void {
  process.send?.(progress);
}

function run(job: Job): Promise<Typed | Stormed | Slowed> {
  switch (job.type) {
    case "typing":
      return typeAndMeasure(job, tell);
    case "storm":
      return storm(job, tell);
    case "slow":
      return slowly(job, tell);
  }
}

process.on("disconnect", () => process.exit());
process.once("message", (job: Job) => {
  run(job).then(
    (result) => tell({ phase: "done", result }),
    (error: Error) => tell({ phase: "broke", message: error.stack ?? error.message }),
  );
});
