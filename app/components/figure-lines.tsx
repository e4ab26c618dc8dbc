import { danish, targetWords, withUnit } from "~/document-model/figures";
import type { InitiativeSaid } from "~/document-model/initiatives";
import { figureLines as words } from "~/words/figure-lines";
import { day } from "~/words/time";

/** An initiative as it stood when the text was frozen, in short lines beside its heading. */
export function FigureLines({ initiative }: { initiative: InitiativeSaid }) {
  const { centerName, period, deadline, indicators } = initiative;
  return (
    <ul className="goal-lines small">
      <li>
        {words.facts.center}: {centerName}
        {period && ` · ${words.facts.period}: ${period}`}
        {deadline && ` · ${words.facts.deadline}: ${deadline}`}
      </li>
      {indicators.map(({ id, name, unit, target, figures }) => {
        const last = figures.at(-1);
        const goal = targetWords(target, unit);
        return (
          <li key={id}>
            {name}: {last ? `${withUnit(danish(last.value), unit)} (${day(last.day)})` : words.none}
            {goal && (
              <span className="soft">
                {" "}
                · {words.target}: {goal}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
