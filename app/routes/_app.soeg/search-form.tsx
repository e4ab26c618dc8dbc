import { Form, Link, useSubmit } from "@remix-run/react";
import { Button } from "~/components/button";
import { stances } from "~/words/names";
import { search as words } from "~/words/search";
import type { SearchPage } from "../../../server/search/shapes";
import { addressOf, isFiltered, NO_FILTERS } from "./address";
import { HIT_KINDS } from "./kinds";

/** A plain GET form; with a script a choice of filter searches at once. */
export function SearchForm({ found }: { found: SearchPage }) {
  const submit = useSubmit();
  const { query, filters, choices } = found;
  return (
    // What is searched for now is what stands in the fields, also after going back.
    <Form key={addressOf(found)} method="get" role="search" className="search-form">
      <label className="field-label" htmlFor="q">
        {words.query}
      </label>
      <div className="search-field">
        <input
          id="q"
          name="q"
          type="search"
          className="input"
          defaultValue={query}
          maxLength={500}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby="q-hint"
        />
        <Button>{words.submit}</Button>
      </div>
      <p className="field-hint" id="q-hint">
        {words.hint}
      </p>
      <fieldset className="search-filters" onChange={(event) => submit(event.currentTarget.form)}>
        <legend className="visually-hidden">{words.filters}</legend>
        <Choice
          name="type"
          label={words.kind}
          chosen={filters.kind}
          options={HIT_KINDS.map((kind) => [kind, words.kinds[kind]])}
        />
        <Choice
          name="aar"
          label={words.year}
          chosen={filters.year}
          options={choices.years.map((year) => [String(year), String(year)])}
        />
        <Choice
          name="center"
          label={words.center}
          chosen={filters.center}
          options={choices.centers.map(({ id, name }) => [id, name])}
        />
        <Choice
          name="kilde"
          label={words.source}
          chosen={filters.source}
          options={choices.sources.map(({ id, title }) => [id, title])}
        />
        <Choice name="holdning" label={words.stance} chosen={filters.stance} options={Object.entries(stances)} />
        {isFiltered(found) && <Link to={addressOf({ query, filters: NO_FILTERS })}>{words.reset}</Link>}
      </fieldset>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, text: string])[];
};

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label className="field-label small" htmlFor={name}>
        {label}
      </label>
      <select className="input" id={name} name={name} defaultValue={chosen}>
        <option value="">{words.all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
