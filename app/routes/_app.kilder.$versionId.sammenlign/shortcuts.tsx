import { KeyList } from "~/components/key-list";
import { comparison as words } from "~/words/comparison";

export function Shortcuts() {
  return (
    <details className="unfold comparison-keys">
      <summary>{words.shortcuts}</summary>
      <KeyList keys={words.keys} />
    </details>
  );
}
