"use strict";

// What a link opens gets no hold on this tab. Without an address a window is only made ready: its maker needs it.
const open = window.open.bind(window);
window.open = (url, target) => (url ? open(url, target, "noopener,noreferrer") : open());

// The way to the reader came behind the address. A browser keeps it for this port alone; cookies go to every port.
const kept = (() => { try { return window.localStorage; } catch { return {}; } })();
const way = location.hash.match(/^#([\w-]{43})$/);
if (way) {
  kept.newsreel = way[1];
  history.replaceState(null, "", location.pathname + location.search);
}

// The terminal begins when everything is loaded; by then it must find where its socket is, and measure the right font.
const begin = window.onload;
window.onload = async (event) => {
  if (!kept.newsreel) {
    document.querySelector(".ended").textContent = "Open the address that `newsreel serve` printed when it started.";
    document.body.classList.add("-closed");
    return;
  }
  const place = document.querySelector(".textual-terminal");
  place.dataset.sessionWebsocketUrl = `ws://${location.host}/ws/${kept.newsreel}`;
  place.dataset.fontSize = parseInt(new URLSearchParams(location.search).get("fontsize"), 10) || 16;
  const faces = ["", "bold ", "italic "].map((face) => document.fonts.load(`${face}16px "Roboto Mono"`));
  await Promise.allSettled(faces);
  begin(event);
};

// Keys go to the reader without a click first; once it has ended, Enter opens it again.
const focus = (selector) => document.querySelector(selector)?.focus();
new MutationObserver(() => {
  const ended = document.body.classList.contains("-closed");
  focus(ended ? ".ended a" : ".xterm-helper-textarea");
}).observe(document, { attributes: true, attributeFilter: ["class"], subtree: true });
