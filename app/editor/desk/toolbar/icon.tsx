/** Drawn on a grid of 20, in lines of the text's own colour. */
const ICONS = {
  bold: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  italic: "M9 4h6M5 16h6M12 4 8 16",
  link: "M8 12l4-4M9 6l1.500-1.500a3.200 3.200 0 0 1 4.500 4.500L13.500 10.500M11 14l-1.500 1.500a3.200 3.200 0 0 1-4.500-4.500L6.500 9.500",
  bullet: "M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01",
  ordered: "M8 5h9M8 10h9M8 15h9M3 3.500l1-.5v4M2.800 10.500c.3-1 2-1 2 .1 0 .9-2 1.400-2 2.400h2.200",
  quote: "M4 6v8M8 6h9M8 10h9M8 14h6",
  note: "M3 15 6.500 5 10 15M4.200 11.500h4.600M14 4.500l1.500-1v5.500",
  template: "M5 3h7l3.500 3.500V17H5zM12 3v3.500h3.500M7.500 10h5M7.500 13h5",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12",
  undo: "M7 5 3.500 8.500 7 12M4 8.500h8a4 4 0 0 1 0 8H9",
  redo: "M13 5l3.500 3.500L13 12M16 8.500H8a4 4 0 0 0 0 8h3",
  comment: "M3.500 4h13v9.500H9l-3.500 3v-3h-2z",
  find: "M8.500 3.500a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12.200 12.200 17 17",
  outline: "M3 4.500h14M6 10h11M9 15.500h8",
  focus: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 10h6",
  who: "M7.500 9.500a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600zM2.500 16c0-2.800 2.200-4.500 5-4.500M11 16.500l.5-2.200 4.300-4.300 1.700 1.700-4.300 4.300z",
  help: "M7.300 7.500a2.700 2.700 0 1 1 3.900 2.400c-.8.4-1.200.9-1.200 1.800M10 14.800h.01",
  more: "M4.500 10h.01M10 10h.01M15.500 10h.01",
  down: "M6 8l4 4 4-4",
  download: "M10 3v9M6.500 8.500 10 12l3.500-3.500M4 16.500h12",
} as const;

export type Icon = keyof typeof ICONS;

export function ToolIcon({ icon }: { icon: Icon }) {
  return (
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
  );
}
