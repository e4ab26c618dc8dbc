import { type ComponentType, memo, Suspense } from "react";
import { persistently } from "./later";

const isServer = typeof document === "undefined";
const awaited: Promise<void>[] = [];

/** The server draws nothing before it has all parts: what came after the rest of a page would need a script to be seen. */
export async function allParts(): Promise<void> {
  await Promise.all(awaited);
}

/**
 * A part of a page that is there at once, as the server has drawn it, and whose code comes after the page's own: for what is
 * read before it is touched. What `later` is for parts that nobody needs at first, this is for parts that need no script.
 */
export function apart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null;
  const take = (part: ComponentType<Props>) => {
    Part = part;
  };
  // In the browser it is asked for while React takes the page over; a line that is away for a moment breaks nothing.
  const asked = isServer
    ? load().then(take)
    : new Promise<void>((done) => persistently(load, (part) => done(take(part))));
  if (isServer) awaited.push(asked);
  // React waits for what is thrown, and lets stand what the server has drawn.
  function Awaited(props: Props) {
    if (!Part) throw asked;
    return <Part {...props} />;
  }
  // Drawn anew only for props of its own: what React has not yet taken over would be thrown away for it.
  return memo(function Apart(props: Props) {
    return (
      <Suspense>
        <Awaited {...props} />
      </Suspense>
    );
  });
}
