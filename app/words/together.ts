export const together = {
  present: "Til stede",
  people: (names: readonly string[]) => (names.length === 0 ? "Kun dig" : `Også her: ${names.join(", ")}`),
  open: (count: number) =>
    count === 1 ? "Én anden er her. Vis hvem og hvor" : `${count} andre er her. Vis hvem og hvor`,
  panel: "Hvem er her",
  as: (center: string, writes: boolean) =>
    [center, writes ? "skriver" : "læser"].filter((word) => word !== "").join(" · "),
  place: (heading: string) => (heading === "" ? "øverst i teksten" : `i ${heading}`),
  nowhere: "ikke i teksten lige nu",
  go: "Gå til",
  goTo: (name: string) => `Gå til ${name}`,
  follow: "Følg",
  followOf: (name: string) => `Følg ${name}`,
  following: (name: string) => `Du følger ${name}. Skriv, rul eller tryk Esc for at stoppe.`,
  stop: "Stop",
  nowFollowing: (name: string) => `Du følger nu ${name}`,
  noLongerFollowing: (name: string) => `Du følger ikke længere ${name}`,
  wentTo: (name: string) => `Viser, hvor ${name} er`,
  alsoHere: (names: readonly string[]) =>
    names.length < 3
      ? `${names.map(firstName).join(" og ")} skriver også her`
      : `${names.length} andre skriver også her`,
  changes: (count: number, since: string) =>
    count === 1 ? `1 ændring siden ${since}` : `${count} ændringer siden ${since}`,
  next: "Næste ændring",
  seen: "Markér som set",
  seenSaid: "Ændringerne er markeret som set",
  change: (number: number, count: number, isNew: boolean, words: string) =>
    `Ændring ${number} af ${count}, ${isNew ? "nyt afsnit" : "ændret afsnit"}: ${words}`,
};

function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}
