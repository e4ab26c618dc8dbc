import { type Deed, newMark, putCaret, selectSome } from "./common";

const WORDS = ["vi ", "støtter ", "målet ", "æøå", " – ", "helt", "."] as const;

export const type: Deed = (person, common) => {
  putCaret(person, common);
  person.type(common.random.oneOf(WORDS) + (common.random.below(2) === 0 ? newMark(common) : ""));
};

export const typeOver: Deed = (person, common) => {
  selectSome(person, common);
  person.type(`${newMark(common)}nyt`);
};
