/** How a paragraph begins and ends: for whoever reads papers, and for what a person should look at. */
const ABBREVIATION =
  /(?:^|[\s(])(?:ift|fx|f\.eks|bl\.a|mv|m\.v|evt|jf|pct|ca|hhv|dvs|m\.fl|m\.m|inkl|ekskl|vedr|nr|stk|kap|pkt|kl|mio|mia|pr|eks|herunder|d|samt)\.$/i;

export function startsLower(text: string): boolean {
  return /^["”“»«(]?\p{Ll}/u.test(text.slice(0, 4));
}

/** Ends in . : ? ! or ; — but "ift." and "bl.a." end no sentence. */
export function endsSentence(text: string): boolean {
  const end = text.slice(-24).trimEnd();
  return /[.:?!;]["”“»«')\]\d¹²³⁴⁵⁶⁷⁸⁹]{0,3}$/.test(end) && !ABBREVIATION.test(end);
}
