import type { Random } from "../../sync/random";

/** Danish words of our own, put together so that a text of them has the lengths of a real one. They mean nothing. */
const WHO =
  "kommunen|regionen|forvaltningen|centeret|plejehjemmet|hjemmeplejen|sygehuset|rådet|bostedet|visitationen|jobcenteret|familien|borgeren|sagsbehandleren|lægen|personalet|udvalget|de pårørende".split(
    "|",
  );
const DOES =
  "foreslår|støtter|bemærker|savner|anbefaler|understreger|efterlyser|afklarer|beskriver|følger|sikrer|fastholder|undrer sig over|gør opmærksom på|bakker op om".split(
    "|",
  );
const WHICH =
  "tydelig|fælles|skriftlig|løbende|koordineret|lokal|tværgående|forebyggende|sammenhængende|faglig|hurtig|langsigtet|økonomisk|digital|frivillig".split(
    "|",
  );
const WHAT =
  "aftale|plan|ramme|indsats|opgavefordeling|overgang|udskrivning|opfølgning|frist|kontaktperson|samtykkeerklæring|beskrivelse|evaluering|medicinliste|indsatsplan|kompetenceudvikling|rehabilitering|myndighedsafgørelse|høring|beredskabsplan".split(
    "|",
  );
const WHERE =
  "i hverdagen|ved udskrivning|på tværs af sektorer|før fristen|i de første tre døgn|efter aftale|uden for dagtid|i hele perioden|på baggrund af erfaringerne|i samråd med de øvrige parter|når forløbet ændrer sig|inden for rammerne".split(
    "|",
  );
const AND = "og|men|så|fordi|hvis|mens".split("|");

export function sentence(random: Random): string {
  const parts = [clause(random)];
  if (random.below(2) === 0) parts.push(random.oneOf(AND), clause(random));
  const text = parts.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function clause(random: Random): string {
  const what = `en ${random.oneOf(WHICH)} ${random.oneOf(WHAT)}`;
  return `${random.oneOf(WHO)} ${random.oneOf(DOES)} ${what} ${random.oneOf(WHERE)}`;
}

/** Sentences until there are at least so many words. */
export function passage(random: Random, words: number): string {
  let text = sentence(random);
  while (countWords(text) < words) text += ` ${sentence(random)}`;
  return text;
}

export function title(random: Random): string {
  const which = random.oneOf(WHICH);
  return `${which.charAt(0).toUpperCase()}${which.slice(1)} ${random.oneOf(WHAT)} ${random.oneOf(WHERE)}`;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
