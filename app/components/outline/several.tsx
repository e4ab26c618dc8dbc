import { Button } from "~/components/button";
import { NODE_KINDS } from "~/document-model/proposal";
import { nodeKinds } from "~/words/names";
import { outline as words } from "~/words/outline";
import { proposal } from "~/words/proposal";
import { MOVES } from "./operations";
import { KIND_KEYS } from "./orders";
import type { Outline } from "./use-outline";

/** In the place of one node's form while several are chosen: what can be done to all of them at once. */
export function Several({ outline: { chosen, toChosen } }: { outline: Outline }) {
  return (
    <section className="inspector" aria-labelledby="several">
      <h2 id="several">{words.chosen(chosen.length)}</h2>
      <p className="soft small">{words.together}</p>
      <fieldset className="operations">
        <legend>{proposal.kind}</legend>
        {NODE_KINDS.map((kind) => (
          <Button
            key={kind}
            type="button"
            kind="quiet"
            size="small"
            title={KIND_KEYS[kind].toUpperCase()}
            onClick={() => toChosen({ op: "retype", kind }, false)}
          >
            {nodeKinds[kind]}
          </Button>
        ))}
      </fieldset>
      <fieldset className="operations">
        <legend>{proposal.ops.group}</legend>
        {MOVES.map(
          ([value, name, key, op]) =>
            op && (
              <Button
                key={value}
                type="button"
                kind="quiet"
                size="small"
                title={key}
                onClick={() => toChosen(op, false)}
              >
                {value === "join" ? words.joinThese : name}
              </Button>
            ),
        )}
      </fieldset>
    </section>
  );
}
