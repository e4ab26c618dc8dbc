type Props = { keys: readonly (readonly [string, string])[]; label?: string };

/** What the keys do, each on a line of its own. */
export function KeyList({ keys, label }: Props) {
  return (
    <dl className="key-list" aria-label={label}>
      {keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
