import { useKeptTicks } from "~/components/answered";
import { Choices } from "~/components/field";

type TicksProps<Name extends string> = {
  name: string;
  legend: string;
  of: readonly Name[];
  names: Readonly<Record<Name, string>>;
  /** Before anything was sent. */
  ticked: readonly Name[];
};

/** Several of a list, those that were ticked kept through a refusal. */
export function Ticks<Name extends string>({ name, legend, of, names, ticked }: TicksProps<Name>) {
  const wasTicked = useKeptTicks(name);
  const isSent = of.some(wasTicked);
  return (
    <Choices name={name} legend={legend}>
      {of.map((one) => (
        <label key={one} className="choice">
          <input
            type="checkbox"
            name={name}
            value={one}
            defaultChecked={isSent ? wasTicked(one) : ticked.includes(one)}
          />
          <span>{names[one]}</span>
        </label>
      ))}
    </Choices>
  );
}
