// Tells Remix's types that loaders answer with values as they are (dates stay dates). No effect at run time.
import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
