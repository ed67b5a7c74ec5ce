// Puts Keuzeladder on the page of an organisation, in the place of its own tag: as a card that opens the page in a tab of its
// own, or as a frame. It runs on a page of others, so it asks for nothing, keeps nothing, listens to nothing, and neither
// sends a message to the frame nor hears one.
//
//   <script src="https://HOST/embed.js" data-show="frame" data-language="nl" data-height="900" data-title="…"></script>
//
// A frame is made only on pages that the headers of the page let in; they were named when both were built. On any other the
// card stands there, because a browser shows a grey box for a frame that it refuses, and tells nobody.
(() => {
  const tag = document.currentScript;
  const framedBy = "{{framed-by}}".split(" ");
  const { show, language, height, title } = tag.dataset;
  const english = /^en\b/i.test(language || tag.closest("[lang]")?.lang || "");
  const words = english
    ? {
        about: "If something at work does not feel right, here are all choices side by side.",
        kept: "You do not have to fill in anything, and what you fill in is not sent and not kept.",
        safer: "The page opens in a tab of its own, which is safer than a frame on this page: this page can lay nothing over it, and sees only that you press and come back.",
        open: "Open Keuzeladder in a tab of its own",
        frame: "Do you see nothing below, or would you rather read without this page around it?",
        title: "Keuzeladder: all choices when something at work is not right",
      }
    : {
        about: "Voelt iets op je werk niet goed, dan staan hier alle keuzes naast elkaar.",
        kept: "Je hoeft niets in te vullen, en wat je invult wordt niet verstuurd en niet bewaard.",
        safer: "De pagina gaat open in een eigen tabblad, en dat is veiliger dan een vak op deze pagina: deze pagina kan er dan niets overheen leggen, en ziet alleen dat je drukt en weer terugkomt.",
        open: "Open Keuzeladder in een eigen tabblad",
        frame: "Zie je hieronder niets, of lees je liever zonder deze pagina eromheen?",
        title: "Keuzeladder: alle keuzes als er op je werk iets niet klopt",
      };
  const page = new URL(english ? "keuzeladder.en.html" : "keuzeladder.html", tag.src).href;

  // Text and styles are set one by one: a page with a strict policy lets that through, and lets no markup through.
  const make = (name, within, style, text = "") => {
    const made = document.createElement(name);
    made.style.cssText = style;
    made.textContent = text;
    within.append(made);
    return made;
  };
  const door = (within, style) => {
    const link = make("a", within, style, words.open);
    link.href = page;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  };

  const whole = document.createElement("section");
  whole.lang = english ? "en" : "nl";
  whole.ariaLabel = "Keuzeladder";
  // Every page around this one has to be let in too. A browser that does not tell which they are may refuse.
  const { ancestorOrigins } = location;
  const around = ancestorOrigins || (self === top ? [] : [""]);
  if (show === "frame" && [origin, ...around].every((one) => framedBy.includes(one))) {
    door(make("p", whole, "margin:0 0 .5em", words.frame + " "), "color:inherit");
    const frame = make("iframe", whole, "display:block;box-sizing:border-box;width:100%;height:80vh;border:1px solid");
    // A number is in pixels; what is no height is left out.
    frame.style.height = /^\d+$/.test(height) ? height + "px" : height;
    frame.title = title || words.title;
    frame.referrerPolicy = "no-referrer";
    frame.sandbox = "allow-scripts allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
    frame.src = page;
  } else {
    whole.style.cssText = "max-width:42em;padding:1em 1.25em;border:1px solid;border-radius:.25em";
    make("p", whole, "margin:0;font-size:1.25em;font-weight:bold", "Keuzeladder");
    make("p", whole, "margin:.5em 0", `${words.about} ${words.kept} ${words.safer}`);
    door(make("p", whole, "margin:1em 0 .25em"), "display:inline-block;padding:.75em 1.25em;border:2px solid;border-radius:.25em;color:inherit;font-weight:bold");
  }

  // A plain link to the page just before the tag is for readers without script, and for editors that take scripts out.
  const plain = tag.previousElementSibling;
  const link = plain?.matches("a") ? plain : plain?.querySelector("a");
  if (link?.href.startsWith(new URL(".", page)) && link.textContent.trim() === plain.textContent.trim()) plain.remove();
  tag.replaceWith(whole);
})();
