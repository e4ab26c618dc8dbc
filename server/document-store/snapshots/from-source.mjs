// Begins the thread where there is no build: what compiles TypeScript as it is loaded does not reach into threads by itself.
import { register } from "tsx/esm/api";

register();
await import(new URL("./snapshot-worker.ts", import.meta.url).href);
