// Opens a cited article beside the chat, at the cited sentence. Its links stay links: pressed with a key that asks for a new tab,
// or where this script can't run, they lead to the article's own page.
(function () {
  "use strict";

  const dialog = document.getElementById("reader");
  if (!dialog || !dialog.showModal) return;

  const root = document.documentElement;
  const text = document.getElementById("reader-text");
  const page = document.getElementById("reader-page");
  const name = document.getElementById("reader-of");
  // Beside the chat where there is room for both; over it where there is not.
  const narrow = window.matchMedia("(max-width: 63.99rem)");
  const sites = [window.location.origin, new URL(dialog.dataset.site).origin];
  // What an article's page is made of. Anything else is shown by its text alone.
  const kept = new Set(["ARTICLE", "SECTION", "DIV", "P", "SPAN", "DL", "DT", "DD", "DETAILS", "SUMMARY", "A"]);
  const headings = { H1: "h2", H2: "h3" };
  let opener = null;
  let request = null;

  function articleOf(link) {
    if (!link || dialog.contains(link)) return null;
    const url = new URL(link.href, window.location.href);
    return sites.includes(url.origin) && /^\/articles\/[^/]+$/.test(url.pathname) && !url.searchParams.has("copy") ? url : null;
  }

  function copyOf(node, cited) {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return document.createTextNode("");
    const name = headings[node.tagName] || (kept.has(node.tagName) ? node.tagName : "span");
    const copy = document.createElement(name);
    copy.className = node.className;
    if (node.lang) copy.lang = node.lang;
    if (node.tagName === "A") {
      const url = new URL(node.getAttribute("href"), window.location.href);
      if (url.protocol === "http:" || url.protocol === "https:") copy.href = url.href;
      copy.target = "_blank";
      copy.rel = "noopener noreferrer nofollow";
    }
    if (node === cited) {
      copy.classList.add("cited");
      copy.id = "cited";
      copy.tabIndex = -1;
    }
    for (const child of node.childNodes) copy.append(copyOf(child, cited));
    return copy;
  }

  function say(words) {
    const paragraph = document.createElement("p");
    paragraph.className = "says";
    paragraph.textContent = words;
    text.replaceChildren(paragraph);
  }

  function show() {
    if (dialog.open) dialog.close();
    if (narrow.matches) dialog.showModal();
    else dialog.show();
    root.classList.add("reads");
  }

  async function load(url, signal) {
    const response = await fetch(url.pathname + url.search, { signal, redirect: "error" });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
    const cited = url.hash ? parsed.getElementById(url.hash.slice(1)) : null;
    return copyOf(parsed.querySelector("main article"), cited);
  }

  async function open(url, link) {
    if (request) request.abort();
    const own = (request = new AbortController());
    opener = link;
    page.href = url.href;
    name.textContent = "";
    say(dialog.dataset.loading);
    text.setAttribute("aria-busy", "true");
    show();
    try {
      const article = await load(url, own.signal);
      text.replaceChildren(article);
      // Scrolled to its sentence, the article's headline is out of sight.
      name.textContent = text.querySelector("h2").textContent;
    } catch {
      if (own.signal.aborted) return;
      say(dialog.dataset.failed);
    }
    text.removeAttribute("aria-busy");
    const cited = text.querySelector("#cited");
    (cited || text).focus({ preventScroll: true });
    if (cited) cited.scrollIntoView({ block: "center" });
    else text.scrollTop = 0;
  }

  function closed() {
    // Closing comes as an event after the fact: by then, a change of width may have opened it again.
    if (dialog.open) return;
    root.classList.remove("reads");
    if (request) request.abort();
    const back = opener && opener.isConnected ? opener : document.querySelector('[data-id="webchat-sendbox-input"]');
    opener = null;
    if (back) back.focus();
  }

  document.addEventListener(
    "click",
    event => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const url = articleOf(link);
      if (!url) return;
      event.preventDefault();
      open(url, link);
    },
    true
  );
  document.addEventListener("keydown", event => {
    // Over the page, the browser closes it by itself.
    if (event.key === "Escape" && dialog.open && !event.defaultPrevented && !document.querySelector("dialog:modal")) dialog.close();
  });
  dialog.addEventListener("close", closed);
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  document.getElementById("reader-close").addEventListener("click", () => dialog.close());
  narrow.addEventListener("change", () => dialog.open && show());
})();
