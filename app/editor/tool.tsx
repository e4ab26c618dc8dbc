/** Drawn on a grid of 20, in lines of the text's own colour. */
const ICONS = {
  bold: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  italic: "M9 4h6M5 16h6M12 4 8 16",
  link: "M8 12l4-4M9 6l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L13.500 10.500M11 14l-1.500 1.500a3.200 3.200 0 0 1-4.500-4.500L6.500 9.500",
  bullet: "M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01",
  ordered: "M8 5h9M8 10h9M8 15h9M3 3.500l1-.5v4M2.800 10.500c.3-1 2-1 2 .1 0 .9-2 1.400-2 2.400h2.200",
  quote: "M4 6v8M8 6h9M8 10h9M8 14h6",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12",
  undo: "M7 5 3.500 8.500 7 12M4 8.500h8a4 4 0 0 1 0 8H9",
  redo: "M13 5l3.500 3.500L13 12M16 8.500H8a4 4 0 0 0 0 8h3",
} as const;

type Props = {
  label: string;
  icon: keyof typeof ICONS;
  /** Undefined for what cannot be on. */
  isOn?: boolean;
  isOff?: boolean;
  onUse: () => void;
};

/** A button of the toolbar. A press of the mouse does not take the caret out of the text. */
export function Tool({ label, icon, isOn, isOff = false, onUse }: Props) {
  return (
    <button
      type="button"
      data-stop
      className="tool"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      disabled={isOff}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d={ICONS[icon]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
