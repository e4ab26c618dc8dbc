import { plural } from "./numbers";

export const clausePage = {
  remarks: "Bemærkninger til punktet",
  count: (count: number, texts: number) =>
    `${plural(count, "bemærkning", "bemærkninger")} i ${plural(texts, "svar", "svar")}${texts > 1 ? ", de nyeste først" : ""}`,
  bounded: "Der er flere, end der kan vises her. De ældste er udeladt, men kan findes med søgningen.",
  pages: "Sider med bemærkninger",
  none: {
    title: "Ingen bemærkninger endnu",
    text: "Når et afsnit i en tekst henviser til punktet, står det her – også næste år.",
  },
  notForRole: {
    title: "Bemærkningerne vises ikke for din rolle",
    text: "De hører til høringssvar og vurderinger, som revisorer og administratorer ikke læser.",
  },
  more: (count: number) => `Vis ${plural(count, "bemærkning", "bemærkninger")} mere`,
  givenOn: (edition: string, name: string) => `Givet på ordlyden i ${edition}: ${name}`,
  sameWords: "Ordlyden er den samme nu.",
  difference: "Fra den ordlyd, bemærkningerne er givet på, til den nuværende:",
  editions: { from: "Kommer fra", to: "Bliver til" },
  edition: (number: number, label: string) => `udgave ${number} (${label})`,
  in: (edition: string) => `i ${edition}`,
  dropped: (edition: string) => `Udgået i ${edition}`,
  met: (edition: string) => `Indfriet og taget ud i ${edition}`,
  undecided: (edition: string) => `Ikke afgjort endnu i ${edition}`,
  toDesk: "Gå til overførslen",
  neighbours: "Nabopunkter",
  previous: "Forrige:",
  next: "Næste:",
  toRemark: "Se i teksten",
  toRemarks: "Se tidligere bemærkninger",
  inSource: "Se i kilden",
  sent: "Sendt til godkendelse",
  begun: "Begyndt",
};
