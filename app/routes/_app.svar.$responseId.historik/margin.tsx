import { history as words } from "~/words/history";
import { shortMoment } from "~/words/time";
import type { Hand } from "../../../server/history/shapes";
import { Face, useNameOf, useWho } from "./who";

/** So many are named beside one paragraph; the others are named by their words. */
const MOST = 3;

/** "Anna Berg", or whose suggestion it was and who took it in. */
export function useHandName(): (hand: Pick<Hand, "by" | "suggestedBy">) => string {
  const nameOf = useNameOf();
  return ({ by, suggestedBy }) => {
    const [first] = suggestedBy;
    return first === undefined ? nameOf(by) : words.written.suggestion(suggestedBy.map(nameOf).join(", "), nameOf(by));
  };
}

/** Who wrote a paragraph, the one of most words first, and when they last did. */
export function Margin({ hands }: { hands: readonly Hand[] }) {
  const who = useWho();
  const nameOf = useHandName();
  const shares = sharesOf(hands, nameOf);
  if (shares.length === 0) return <div className="written-who" />;
  return (
    <ul className="written-who" aria-label={words.written.who}>
      {shares.slice(0, MOST).map(({ name, hand }) => (
        <li key={name}>
          <Face writer={who(hand.suggestedBy[0] ?? hand.by)} />
          <span>
            {name}
            {hand.by !== null && <span className="soft numeric"> {shortMoment(hand.at)}</span>}
          </span>
        </li>
      ))}
      {shares.length > MOST && (
        <li className="soft">
          {words.written.also}{" "}
          {shares
            .slice(MOST)
            .map(({ name }) => name)
            .join(", ")}
        </li>
      )}
    </ul>
  );
}

type Share = { name: string; hand: Hand; length: number };

/** One of each who has a hand in it, with the newest time. */
function sharesOf(hands: readonly Hand[], nameOf: (hand: Hand) => string): Share[] {
  const shares = new Map<string, Share>();
  for (const hand of hands) {
    const name = nameOf(hand);
    const known = shares.get(name);
    const newest = known && known.hand.at > hand.at ? known.hand : hand;
    shares.set(name, { name, hand: newest, length: (known?.length ?? 0) + hand.length });
  }
  return [...shares.values()].sort((one, other) => other.length - one.length);
}
