import type { CoverageState } from "../../server/links/shapes";

/** The five states of a cell as five shapes, so that colour is never alone in telling them apart. */
export function StateMark({ state }: { state: CoverageState }) {
  return (
    <svg className="state-mark" data-state={state} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const tick = {
  fill: "none",
  stroke: "var(--surface)",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const SHAPES: Record<CoverageState, JSX.Element> = {
  "not-looked-at": (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 2.3" />
  ),
  "in-work": (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  answered: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m5 8.3 2.1 2.1L11.2 6" {...tick} />
    </>
  ),
  "no-remarks": (
    <>
      {ring}
      <path d="M5.2 8h5.6" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  "not-relevant": (
    <>
      {ring}
      <path d="m4 12 8-8" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
};
