/** Files that hold more than there is room for. */
export const UPLOAD_REFUSALS: Readonly<Record<string, string>> = {
  "file-too-large": "Filen er for stor. Den må højst fylde 20 MB. Gem den uden billeder, og prøv igen.",
  "letter-too-large": "Brevet er for stort. Det må højst fylde 10 MB. Et langt udkast hentes ind som kilde.",
  "template-too-large": "Skabelonen er for stor. Den må højst fylde 5 MB.",
};
