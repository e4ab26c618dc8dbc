import { Form, useSubmit } from "@remix-run/react";
import { useId } from "react";
import { history as words } from "~/words/history";
import { dateAndTime } from "~/words/time";
import type { HistoryPage } from "../../../server/history/shapes";
import { versionName } from "./versions";
import { useNameOf } from "./who";

type Page = Extract<HistoryPage, { isReady: true }>;
type Props = { page: Page; seq: number; against: number | null };

/** So many of the sittings stand in the list; the others are gone to by the slider. */
const MOST = 40;

/** Which other moment the one of the slider is compared with. Works as a form, too. */
export function Against({ page, seq, against }: Props) {
  const id = useId();
  const submit = useSubmit();
  const nameOf = useNameOf();
  const { headSeq, versions, sittings } = page;
  const options = [
    ...(seq === headSeq ? [] : [{ seq: headSeq, text: words.compareNow }]),
    ...versions.map((version) => ({ seq: version.seq, text: versionName(version) })),
    ...sittings.slice(0, MOST).map(({ lastSeq, to, by }) => ({
      seq: lastSeq,
      text: lastSeq === 1 ? words.compareBegun : words.moment(dateAndTime(to), nameOf(by)),
    })),
  ].filter((one, index, all) => one.seq !== seq && all.findIndex((other) => other.seq === one.seq) === index);
  if (against !== null && !options.some((one) => one.seq === against)) {
    const moment = page.moments.find((one) => one.seq === against);
    if (moment) options.unshift({ seq: against, text: words.moment(dateAndTime(moment.at), nameOf(moment.by)) });
  }
  return (
    <Form method="get" className="history-against" preventScrollReset>
      <input type="hidden" name="t" value={seq} />
      <label htmlFor={id}>{words.compareWith}</label>
      <select
        id={id}
        className="input"
        name="mod"
        key={`${seq} ${against}`}
        defaultValue={against ?? ""}
        onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
      >
        <option value="">{words.compareNone}</option>
        {options.map((option) => (
          <option key={option.seq} value={option.seq}>
            {option.text}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="button" data-size="small">
          {words.show}
        </button>
      </noscript>
    </Form>
  );
}
