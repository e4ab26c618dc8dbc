/** One mail as its reader's program shows it. */
export type Mail = {
  /** As the envelope had it. */
  recipients: string[];
  /** Each header by its name in small letters, decoded and on one line. */
  headers: Map<string, string>;
  text: string;
  html: string;
};

export function mailIn(source: string, recipients: string[]): Mail {
  const { headers, body } = partIn(source);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "")?.[1] ?? "none";
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => partIn(part.replace(/^\r?\n/, "")));
  const ofType = (type: string) => parts.find((part) => part.headers.get("content-type")?.startsWith(type));
  const decoded = new Map([...headers].map(([name, value]) => [name, wordsIn(value)]));
  return { recipients, headers: decoded, text: contentOf(ofType("text/plain")), html: contentOf(ofType("text/html")) };
}

type Part = { headers: Map<string, string>; body: string };

function partIn(source: string): Part {
  const [head = "", ...rest] = source.split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  return { headers, body: rest.join("\n\n") };
}

function contentOf(part: Part | undefined): string {
  if (!part) return "";
  const encoding = part.headers.get("content-transfer-encoding");
  if (encoding === "base64") return Buffer.from(part.body, "base64").toString("utf8");
  const text = part.body.replaceAll("\r\n", "\n");
  return encoding === "quoted-printable" ? quoted(text.replace(/=\n/g, "")) : text;
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** =?UTF-8?Q?…?= and its like; two of them side by side are one word. */
function wordsIn(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B" ? Buffer.from(word, "base64").toString("utf8") : quoted(word.replaceAll("_", " ")),
    );
}
