import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { ChangeMark } from "~/components/change-mark";
import { ClientOnly } from "~/components/client-only";
import { changeNames } from "~/words/change-names";
import { comparison as words } from "~/words/comparison";
import type { ChangeKind } from "../../../server/carry-over/shapes";
import { addressOf, CHANGE_KINDS, FIELDS, INLINE, inAddress } from "./address";
import { type Show, showsOnClick, type View } from "./use-view";

type Props = {
  view: View;
  counts: Record<ChangeKind, number>;
  toggle: (kind: ChangeKind) => void;
  show: Show;
};

const ALL: ReadonlySet<ChangeKind> = new Set();

/** Which kinds of change are shown; kept in the address. Without a script it is sent with its button. */
export function Filter({ view, counts, toggle, show }: Props) {
  return (
    <Form className="comparison-filter">
      <fieldset>
        <legend>{words.filter}</legend>
        {CHANGE_KINDS.map((kind) => (
          <label key={kind} className="comparison-kind" data-none={counts[kind] === 0 ? "" : undefined}>
            <input
              type="checkbox"
              name={FIELDS.kinds}
              value={inAddress(kind)}
              checked={view.kinds.has(kind)}
              onChange={() => toggle(kind)}
            />
            <ChangeMark change={kind} />
            {changeNames[kind]} <span className="numeric soft">{counts[kind]}</span>
          </label>
        ))}
        <a href={addressOf({ ...view, kinds: ALL })} onClick={showsOnClick(show, { kinds: ALL })}>
          {words.showAll}
        </a>
      </fieldset>
      {view.layout === "inline" && <input type="hidden" name={FIELDS.layout} value={INLINE} />}
      <ClientOnly fallback={<ShowButton />}>{() => null}</ClientOnly>
    </Form>
  );
}

function ShowButton() {
  return (
    <Button kind="quiet" size="small">
      {words.show}
    </Button>
  );
}
