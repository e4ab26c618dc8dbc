import { useState } from "react";
import { shell } from "~/words/shell";
import { Button } from "./button";

/** A SHA-256 by its first twelve characters; all of it on hover, for listeners, and when copied. */
export function Hash({ sha256, isWhole = false }: { sha256: string; isWhole?: boolean }) {
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(sha256);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <span className="hash">
      <code title={sha256}>{isWhole ? sha256 : `${sha256.slice(0, 12)}…`}</code>
      <Button type="button" kind="bare" size="small" onClick={copy} aria-label={`${shell.copy} ${sha256}`}>
        {isCopied ? shell.copied : shell.copy}
      </Button>
    </span>
  );
}
