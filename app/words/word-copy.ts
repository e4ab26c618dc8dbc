import { plural } from "./numbers";

/** The text as it stands, as a Word file to look at. */
export const wordCopy = {
  open: "Hent som Word",
  help: "Teksten, som den står nu. Hver side er mærket UDKAST, og den kan ikke journaliseres.",
  withTalk: "Word med forslag og kommentarer",
  suggestions: "Med forslag som Words egne rettelser",
  openSuggestions: (count: number) => plural(count, "åbent forslag", "åbne forslag"),
  comments: "Med kommentarer",
  openComments: (count: number) => plural(count, "åben", "åbne"),
  resolved: "Også de løste",
  none: "ingen",
  get: "Hent",
  close: "Luk",
};
