// Begins a thread where there is no build: what compiles TypeScript as it is loaded does not reach into threads by itself.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.source);
