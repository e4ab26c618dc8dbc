import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { whenIdle } from "./when-idle";

/**
 * A part of a page that it can be read and worked with without: its code comes once it is drawn, and until then `instead`
 * stands in its place. A line that is away for a moment takes no tool away, and no page: it is asked for again, and where
 * that must be said, `missing` says it. [E40]
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead: ReactNode | ((props: Props) => ReactNode) = null,
  missing?: (props: Props, again: () => void) => ReactNode,
) {
  let loaded: ComponentType<Props> | null = null;
  const loadOnce = async () => {
    loaded ??= await load();
    return loaded;
  };
  function Later(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [again, setAgain] = useState<(() => void) | null>(null);
    useEffect(() => {
      if (Part) return;
      const failed = missing && ((retry: () => void) => setAgain(() => retry));
      return persistently(loadOnce, (part) => setPart(() => part), failed);
    }, [Part]);
    if (Part) return <Part {...props} />;
    if (missing && again) return missing(props, again);
    return typeof instead === "function" ? instead(props) : instead;
  }
  /** For what is needed when nothing can be fetched: brings it when the page has nothing better to do. */
  Later.fetch = () =>
    persistently(
      () => whenIdle().then(loadOnce),
      () => {},
    );
  return Later;
}

const PAUSE = 3_000;

/** Asks until it is there, and tells when it is not, and how to ask at once. Answers how to give up. */
export function persistently<T>(
  load: () => Promise<T>,
  then: (loaded: T) => void,
  failed?: (again: () => void) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const ask = (loading: Promise<T>) => {
    loading.then(
      (loaded) => isOver || then(loaded),
      () => {
        if (isOver) return;
        const again = () => {
          clearTimeout(timer);
          ask(stylesAgain().then(load));
        };
        timer = setTimeout(again, PAUSE);
        failed?.(again);
      },
    );
  };
  ask(load());
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Vite asks once for the styles that a part needs, and takes the part without them when it is asked for the second time. */
function stylesAgain(): Promise<unknown> {
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  return Promise.all(links.filter(({ sheet }) => !sheet).map(askedAgain));
}

function askedAgain(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    // What is set to what it was is fetched anew.
    link.setAttribute("href", link.href);
  });
}
