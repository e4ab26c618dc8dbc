export const response = {
  returned: (name: string, when: string) => `${name} sendte teksten tilbage ${when}`,
  loading: "Teksten hentes …",
  readOnly: "Teksten er låst og kan kun læses.",
  needsScript: "Skriveværktøjet kræver JavaScript. Resten af Samsvar virker uden.",
};
