/** A file dropped beside the text would be opened in the place of the page, and what is unsaved be gone with it. */
export function stayOnPage(): { destroy: () => void } {
  const stay = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  window.addEventListener("dragover", stay);
  window.addEventListener("drop", stay);
  return {
    destroy() {
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", stay);
    },
  };
}
