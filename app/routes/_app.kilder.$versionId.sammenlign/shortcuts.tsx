import { comparison as words } from "~/words/comparison";

export function Shortcuts() {
  return (
    <details className="unfold comparison-keys">
      <summary>{words.shortcuts}</summary>
      <dl>
        {words.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
