/** One's own deadlines in another calendar, at /beskeder. */
export const calendarFeed = {
  title: "Frister i din kalender",
  lead: "Med en hemmelig adresse kan Outlook, Google og andre kalendere vise dine frister og høringernes planer. Teksterne kommer ikke med.",
  none: "Du har ingen adresse endnu.",
  made: (when: string) => `Din adresse er fra den ${when}. Den vises kun, når den laves.`,
  make: "Lav en adresse",
  again: "Lav en ny adresse",
  againHint: "En ny adresse lukker den gamle.",
  revoke: "Luk adressen",
  once: {
    title: "Din kalenders adresse",
    text: "Tilføj den i din kalender som et abonnement. Enhver, der har adressen, kan se dine frister, så del den ikke. Den vises ikke igen.",
    label: "Adresse",
  },
};
