import { Link, useSearchParams } from "@remix-run/react";
import { part as words } from "~/words/parts";
import { dateAndTime } from "~/words/time";
import type { PartPage } from "../../../server/sign-offs/shapes";

const FIELD = "vis";
const CHANGED = "aendret";

export function useOnlyChanged(): boolean {
  const [search] = useSearchParams();
  return search.get(FIELD) === CHANGED;
}

type Props = { page: PartPage; isOnlyChanged: boolean };

/** How much has changed since, and the choice of reading that alone. [A29] */
export function News({ page, isOnlyChanged }: Props) {
  const inText = page.news?.changes.length ?? 0;
  const count = inText + (page.news?.beside.length ?? 0);
  return (
    <p className="part-news" role="status">
      <span>{sentence(page, { count, inText })}</span>
      {inText > 0 && (
        <Link to={isOnlyChanged ? "." : `?${FIELD}=${CHANGED}`} relative="path" preventScrollReset replace>
          {isOnlyChanged ? words.news.everything : words.news.only}
        </Link>
      )}
    </p>
  );
}

/** To who has not read it before, nothing is said to be unchanged. */
function sentence({ news, lapse }: PartPage, { count, inText }: { count: number; inText: number }): string {
  // What has changed beside the text is told above it, by name.
  if (lapse) return inText > 0 ? words.news.sinceSigned(inText) : words.news.sameText;
  if (!news || (news.isFirst && count === 0)) return words.news.first;
  const say = news.isFirst ? words.news.sinceOpened : words.news.since;
  return say(dateAndTime(news.since), count);
}
