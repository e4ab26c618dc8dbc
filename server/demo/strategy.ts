/** The municipality's own strategy, which a committee follows up on. `year` is the year it was adopted. */
export const STRATEGY_TITLE = "Strategi for et godt hverdagsliv";
export const STRATEGY_PUBLISHER = "Eksempel Kommune";

export function strategy(year: number): string {
  return `# Strategi for et godt hverdagsliv

Eksempel Kommunes sundhedsstrategi gælder fra ${year} til ${year + 4}. Udvalget får hvert år en opfølgning på indsatserne under hvert mål.

## Måltider og fællesskab

Den, der altid spiser alene, spiser mindre og dårligere.

### Mål for måltider og fællesskab

- Mindst hver femte borger, der får leveret mad, spiser en gang om ugen sammen med andre.

## Bevægelse i børnehøjde

Børn, der har det svært i idrætsforeningerne, bevæger sig mest i skolen.

### Mål for bevægelse i børnehøjde

- På alle kommunens skoler er der bevægelse i undervisningen hver dag.
`;
}
