// Copies quotations. Where the browser does not let it, the text is shown, selected, to be copied by hand.
window.ConflictBot = window.ConflictBot || {};
window.ConflictBot.copy = (function () {
  "use strict";

  const status = document.getElementById("copied");
  const byHand = document.getElementById("by-hand");
  const shownFor = 4000;
  let hiding;

  function say(words) {
    window.clearTimeout(hiding);
    status.textContent = words;
    hiding = window.setTimeout(() => (status.textContent = ""), shownFor);
  }

  async function copy(text) {
    try {
      // Not there on a page that did not come over HTTPS or from this machine.
      await navigator.clipboard.writeText(text);
      say(status.dataset.done);
    } catch {
      const area = byHand.querySelector("textarea");
      area.value = text;
      byHand.showModal();
      area.focus();
      area.select();
    }
  }

  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button.dataset.quotation));
  }

  return copy;
})();
