/** What a reader of some format made of a file: its words in order, each with what they stand in, outermost first. */
export type Seen = { text: string; within: string[] }[];

export type Score = "survives" | "degrades" | "lost";

/** How one thing of a text came through. */
export type Look = (seen: Seen) => Score;

/**
 * The words stand in everything they should ("li" twice: a list in a list): survives. They are there, but as something
 * else: degrades. They are nowhere: lost.
 */
export function stands(words: string, ...within: string[]): Look {
  return (seen) => {
    const found = seen.filter(({ text }) => text.includes(words));
    if (found.length === 0) return whole(seen).includes(words) ? "degrades" : "lost";
    return found.some((run) => hasAll(run.within, within)) ? "survives" : "degrades";
  };
}

/** Words on two lines of one paragraph. */
export function breaks(before: string, after: string): Look {
  return (seen) => {
    const text = whole(seen);
    if (!text.includes(before) || !text.includes(after)) return "lost";
    return new RegExp(`${before}\\s*\\n\\s*${after}`).test(text) ? "survives" : "degrades";
  };
}

/** All of several looks: the worst of them counts. */
export function all(...looks: Look[]): Look {
  return (seen) => {
    const scores = looks.map((look) => look(seen));
    return scores.find((score) => score === "lost") ?? scores.find((score) => score === "degrades") ?? "survives";
  };
}

function hasAll(held: readonly string[], wanted: readonly string[]): boolean {
  const left = [...held];
  return wanted.every((token) => {
    const at = left.indexOf(token);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

export function whole(seen: Seen): string {
  return seen.map(({ text }) => text).join("");
}
