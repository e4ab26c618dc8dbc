/** An event of a calendar: a whole day, or a moment of a Danish day that takes half an hour of its reader's attention. */
export type CalendarEvent = {
  uid: string;
  /** How often it has been moved: of two with one uid the higher counts. */
  sequence: number;
  day: string;
  /** "HH:MM" in Denmark; null: all day. */
  time: string | null;
  summary: string;
  /** Where to read on. */
  url: string | null;
};

/** A line of an iCalendar file holds 75 octets; what is longer goes on after a line break and a space. (RFC 5545, 3.1) */
const OCTETS = 75;

/** Folds between characters, never inside one. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

/** A text as a value: backslash, semicolon, comma and line breaks are spelled; other control characters are none. (3.3.11) */
export function escaped(text: string): string {
  return (
    text
      .replace(/\\/g, "\\\\")
      .replace(/[;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, "\\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what a value may not hold.
      .replace(/[\u0000-\u001f\u007f]/g, "")
  );
}

/** Danish time as it has been since 1996; calendars need it beside every time of day that names its zone. (3.6.5) */
const COPENHAGEN = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Copenhagen",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** The whole file, by RFC 5545. [H21] */
export function calendarFile(name: string, events: readonly CalendarEvent[], now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Samsvar//Frister//DA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "X-WR-TIMEZONE:Europe/Copenhagen",
    "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    ...COPENHAGEN,
    ...events.flatMap((event) => eventLines(event, now)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventLines({ uid, sequence, day, time, summary, url }: CalendarEvent, now: Date): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d{3}/g, "")}`,
    `SEQUENCE:${sequence}`,
    ...times(day, time),
    `SUMMARY:${escaped(summary)}`,
    ...(url ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

/** A deadline with a time of day is a moment: it begins and ends there. One without takes its day. */
function times(day: string, time: string | null): string[] {
  const date = day.replaceAll("-", "");
  if (time === null) return [`DTSTART;VALUE=DATE:${date}`];
  return [`DTSTART;TZID=Europe/Copenhagen:${date}T${time.replace(":", "")}00`];
}
