export const hearings = {
  title: "Høringer",
  lead: "Høringer, vurderinger og opfølgninger, som kommunen svarer på i fællesskab.",
  open: "Opret høring",
  none: {
    title: "Ingen høringer endnu",
    text: "Når en høring er oprettet, står den her med sin frist og sin tovholder.",
  },
  /** Of another municipality's hearing: whose it is. */
  joint: (host: string) => `Fælles svar · ${host.replace(/ Kommune$/, "")}`,
  columns: {
    title: "Titel",
    sender: "Afsender",
    deadline: "Frist",
    coordinator: "Tovholder",
    status: "Status",
  },
  current: "I gang",
  done: "Afsluttede",
  donePages: "Sider med afsluttede",
};
