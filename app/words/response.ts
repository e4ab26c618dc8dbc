export const response = {
  returned: (name: string, when: string) => `${name} sendte teksten tilbage ${when}`,
  loading: "Teksten hentes …",
  readOnly: "Teksten er låst og kan kun læses.",
  missing: "Teksten kunne ikke åbnes til skrivning. Siden prøver igen af sig selv.",
  again: "Prøv igen",
  needsScript: "Skriveværktøjet kræver JavaScript. Resten af Samsvar virker uden.",
};
