import { useMemo, useRef } from "react";
import { type ComparedWords, compareWords, type Span } from "~/document-model/compare";
import { type ComparedLayout, ComparedTexts } from "./compared";
import { useSeen } from "./use-seen";

type Texts = { before: string; after: string };
type Props = Texts & { layout: ComparedLayout; labels?: Texts; isFirst: boolean };

/** What the server compares at once is short, so that one page never keeps it from the others. */
const SHORT = 3000;

/**
 * The same as `Compared` for pages of hundreds: the words are compared when they are scrolled to. `isFirst`: it stands at
 * the top of the page and is compared at once. Until then, and without a script, the two texts stand whole.
 */
export function ComparedWhenSeen({ before, after, isFirst, ...rest }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const isWanted = useSeen(element) || (isFirst && before.length + after.length <= SHORT);
  const texts = useMemo(
    () => (isWanted ? compareWords(before, after) : whole(before, after)),
    [isWanted, before, after],
  );
  return (
    <div ref={element}>
      <ComparedTexts texts={texts} {...rest} />
    </div>
  );
}

function whole(before: string, after: string): ComparedWords {
  const spans = (kind: Span["kind"], text: string): Span[] => (text === "" ? [] : [{ kind, text }]);
  const inline = [...spans("removed", before), ...spans("added", after)];
  return { by: "words", before: spans("kept", before), after: spans("kept", after), inline };
}
