import { signIn } from "~/words/shell";

type Person = { name: string; email: string; title: string };
type Props = { people: readonly Person[]; password: string; formId: string };

/** The people of the demo world; a click fills the form beside it. Without a script the addresses are there to be read. */
export function DemoPeople({ people, password, formId }: Props) {
  function fill(email: string) {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    for (const [name, value] of [
      ["email", email],
      ["password", password],
    ] as const) {
      const input = form.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = value;
    }
    form.querySelector("button")?.focus();
  }
  return (
    <section className="sign-in-demo" aria-labelledby="demo">
      <h2 id="demo">{signIn.demoTitle}</h2>
      <p className="soft">{signIn.demoLead}</p>
      <p>
        {signIn.demoPassword}: <code>{password}</code>
      </p>
      <ul className="demo-people">
        {people.map(({ name, email, title }) => (
          <li key={email}>
            <button type="button" onClick={() => fill(email)} aria-label={signIn.demoFill(`${name}, ${title}`)}>
              <strong>{name}</strong>
              <span className="soft small">{title}</span>
              <span className="soft small">{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
