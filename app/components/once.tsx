import { useEffect, useRef, useState } from "react";
import { Button } from "./button";
import "./once.css";
import { shell } from "~/words/shell";

type Words = { title: string; text: string; label: string };

/** What is told this once: first in sight and in focus, whole, and copied by one press. */
export function Once({ secret, words }: { secret: string; words: Words }) {
  const box = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (secret) box.current?.focus();
  }, [secret]);
  async function copy() {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  }
  return (
    <section className="notice once" data-tone="good" aria-label={words.title} tabIndex={-1} ref={box}>
      <h3>{words.title}</h3>
      <p>{words.text}</p>
      <div className="once-line">
        <input className="input" readOnly value={secret} aria-label={words.label} />
        <Button type="button" kind="quiet" onClick={copy}>
          {isCopied ? shell.copied : shell.copy}
        </Button>
      </div>
    </section>
  );
}
