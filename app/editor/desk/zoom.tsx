import { zoom as words } from "../../words/writing-desk";
import { nextZoom, ZOOMS } from "./remembered";

type Props = { zoom: number; onZoom: (zoom: number) => void };

/** The size of the text alone; a press on the number brings back the usual one. [E18] */
export function Zoom({ zoom, onZoom }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons in a line of text are no fieldset
    <div className="zoom" role="group" aria-label={words.label}>
      <Step label={words.smaller} sign="−" isOff={zoom === ZOOMS[0]} act={() => onZoom(nextZoom(zoom, -1))} />
      <button
        type="button"
        className="status-button numeric"
        title={words.reset}
        aria-label={`${words.now(zoom)}. ${words.reset}`}
        onClick={() => onZoom(100)}
      >
        {words.now(zoom)}
      </button>
      <Step label={words.larger} sign="+" isOff={zoom === ZOOMS.at(-1)} act={() => onZoom(nextZoom(zoom, 1))} />
      <span className="visually-hidden" role="status">
        {zoom === 100 ? "" : words.now(zoom)}
      </span>
    </div>
  );
}

function Step({ label, sign, isOff, act }: { label: string; sign: string; isOff: boolean; act: () => void }) {
  return (
    <button
      type="button"
      className="status-button"
      title={label}
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={act}
    >
      {sign}
    </button>
  );
}
