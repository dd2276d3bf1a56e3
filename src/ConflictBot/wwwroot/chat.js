// Puts Web Chat in the form's place. Where anything it needs is missing, the form stays.
(function () {
  "use strict";

  const nonce = document.currentScript.nonce;
  const root = document.documentElement;
  const place = document.getElementById("chat");
  const lost = document.getElementById("lost");
  const anew = document.getElementById("new-conversation");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const domain = new URL("/directline", window.location.href).href;
  const memory = "conflictbot.conversation";
  const connection = { expired: 3, failed: 4 };

  function giveUp() {
    root.classList.remove("js");
  }

  // A conversation outlives a reload of its tab, and no more than that.
  function remembered() {
    try {
      return JSON.parse(window.sessionStorage.getItem(memory));
    } catch {
      return null;
    }
  }

  function remember(conversation) {
    try {
      if (conversation) window.sessionStorage.setItem(memory, JSON.stringify(conversation));
      else window.sessionStorage.removeItem(memory);
    } catch {
      // Storage is switched off: a reload starts anew.
    }
  }

  async function post(path, token) {
    const response = await fetch(domain + path, { method: "POST", headers: token ? { authorization: `Bearer ${token}` } : {} });
    return response.ok ? response.json() : null;
  }

  async function enter() {
    const known = remembered();
    const resumed = known && (await post("/tokens/refresh", known.token));
    if (resumed) return { ...resumed, user: known.user, resumed: true };
    const fresh = await post("/tokens/generate");
    return fresh && { ...fresh, user: `user-${crypto.getRandomValues(new Uint32Array(2)).join("")}` };
  }

  function style() {
    const computed = getComputedStyle(root);
    const value = name => computed.getPropertyValue(`--${name}`).trim();
    return {
      accent: value("accent"),
      // A long answer is read from its beginning.
      autoScrollSnapOnPage: true,
      autoScrollSnapOnActivity: 1,
      backgroundColor: value("page"),
      bubbleBackground: value("surface"),
      bubbleBorderColor: value("line"),
      bubbleBorderRadius: 8,
      bubbleBorderWidth: 1,
      bubbleFromUserBackground: value("accent"),
      bubbleFromUserBorderColor: value("accent"),
      bubbleFromUserBorderRadius: 8,
      bubbleFromUserTextColor: value("on-accent"),
      bubbleMaxWidth: 720,
      bubbleMinHeight: 30,
      bubbleTextColor: value("ink"),
      cardEmphasisBackgroundColor: value("tint"),
      hideUploadButton: true,
      paddingRegular: 12,
      primaryFont: value("sans"),
      monospaceFont: "ui-monospace, monospace",
      sendBoxBackground: value("surface"),
      sendBoxBorderTop: `solid 1px ${value("line")}`,
      sendBoxButtonColor: value("accent"),
      sendBoxButtonColorOnHover: value("accent"),
      sendBoxButtonShadeColor: "transparent",
      sendBoxButtonShadeColorOnHover: value("tint"),
      sendBoxHeight: 56,
      sendBoxPlaceholderColor: value("muted"),
      sendBoxTextColor: value("ink"),
      sendBoxTextWrap: true,
      subtle: value("muted"),
      suggestedActionBackgroundColor: value("surface"),
      suggestedActionBackgroundColorOnHover: value("tint"),
      suggestedActionBackgroundColorOnActive: value("tint"),
      suggestedActionBorderColor: value("line"),
      suggestedActionBorderRadius: 18,
      suggestedActionBorderWidth: 1,
      suggestedActionHeight: 36,
      suggestedActionLayout: "flow",
      suggestedActionTextColor: value("accent"),
      timestampColor: value("muted"),
      transcriptOverlayButtonBackground: value("surface"),
      transcriptOverlayButtonColor: value("accent"),
      typingAnimationHeight: 20,
    };
  }

  function quotationOf(store, address) {
    for (const activity of [...store.getState().activities].reverse()) {
      const quotations = (activity.from && activity.from.role === "bot" && activity.channelData && activity.channelData.quotations) || {};
      for (const key of Object.keys(quotations)) if (new URL(key).href === address) return quotations[key];
    }
    return null;
  }

  async function start() {
    const conversation = await enter();
    if (!conversation) return giveUp();
    remember({ token: conversation.token, user: conversation.user });

    const directLine = window.WebChat.createDirectLine({
      domain,
      token: conversation.token,
      conversationId: conversation.resumed ? conversation.conversationId : undefined,
    });
    directLine.connectionStatus$.subscribe(status => {
      lost.hidden = status !== connection.expired && status !== connection.failed;
    });
    // The client renews its token by itself; whoever comes back needs the latest.
    window.addEventListener("pagehide", () => remembered() && remember({ token: directLine.token || conversation.token, user: conversation.user }));
    anew.hidden = false;
    anew.addEventListener("click", () => {
      remember(null);
      window.location.reload();
    });

    const store = window.WebChat.createStore();
    let connected = false;
    const draw = () =>
      window.WebChat.renderWebChat(
        {
          directLine,
          store,
          nonce,
          // Until it is connected, Web Chat does not hear the Enter key, and a question would stand there unsent.
          disabled: !connected,
          userID: conversation.user,
          locale: root.lang,
          styleOptions: style(),
          // What most of its links open is the panel beside it, and no window. Of an empty text it would take its own instead.
          overrideLocalizedStrings: strings => ({ ...strings, TEXT_INPUT_PLACEHOLDER: place.dataset.placeholder, MARKDOWN_EXTERNAL_LINK_ALT: " " }),
        },
        place
      );
    // What a link "copy as quotation" copies came with its message, under the link's address (docs/decisions/0110).
    place.addEventListener("click", event => {
      const link = event.target.closest("a[href]");
      const text = link && event.button === 0 && quotationOf(store, link.href);
      if (!text) return;
      event.preventDefault();
      window.ConflictBot.copy(text);
    }, true);
    draw();
    dark.addEventListener("change", draw);
    store.subscribe(() => {
      if (connected || store.getState().connectivityStatus !== "connected") return;
      connected = true;
      draw();
      if (window.matchMedia("(hover: hover)").matches) window.requestAnimationFrame(() => place.querySelector('[data-id="webchat-sendbox-input"]').focus());
    });
  }

  if (place && window.WebChat) start().catch(giveUp);
  else giveUp();
})();
