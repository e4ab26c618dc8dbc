import { proposal as words } from "~/words/sources";

export function Shortcuts() {
  return (
    <details className="unfold shortcuts">
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
