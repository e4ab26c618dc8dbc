import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { Once } from "~/components/once";
import { calendarFeed as words } from "~/words/calendar";
import { dateAndTime } from "~/words/time";
import type { FeedStanding } from "../../../server/calendar/shapes";

/** One's deadlines in the calendar one uses anyway: the address is told once, and can be closed. */
export function CalendarFeed({ feed, answer }: { feed: FeedStanding; answer: unknown }) {
  const address = addressIn(answer);
  return (
    <section className="notices-mail" id="kalender" aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">{words.title}</h2>
      <p className="soft small">{words.lead}</p>
      {address && <Once secret={address} words={words.once} />}
      <p className="small">{feed.madeAt ? words.made(dateAndTime(feed.madeAt)) : words.none}</p>
      <Form method="post" action="/beskeder?index" className="row" preventScrollReset>
        <Button kind="quiet" name="command" value="make-calendar">
          {feed.madeAt ? words.again : words.make}
        </Button>
        {feed.madeAt && (
          <Button kind="bare" name="command" value="revoke-calendar">
            {words.revoke}
          </Button>
        )}
      </Form>
      {feed.madeAt && <p className="soft small">{words.againHint}</p>}
    </section>
  );
}

function addressIn(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("address" in answer)) return null;
  return typeof answer.address === "string" ? answer.address : null;
}
