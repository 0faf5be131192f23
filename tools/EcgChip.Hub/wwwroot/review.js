// The beats of a review: tapped on the strip, kept in a field of the form.
(() => {
  "use strict";
  const strip = window.ecgStrip;
  const field = document.getElementById("beats");
  if (!strip || !field) return;

  const panel = document.getElementById("beat");
  const heading = document.getElementById("beat-at");
  const list = document.getElementById("changes");
  const add = document.getElementById("add-beat");
  const peakSeconds = 0.08;
  let chosen = null;
  let adding = false;

  for (const each of field.value.split(" ").filter(text => text)) {
    const [sample, to] = each.split("=");
    strip.changes.set(Number(sample), to);
  }

  const seconds = sample => (sample / strip.data.sampleRate).toFixed(2);
  const deviceSays = sample => strip.data.beats.find(beat => beat.sample === sample)?.class;
  const words = name => (name === "-" ? "no beat" : name === "U" ? "not classified" : name);

  const write = () => {
    field.value = [...strip.changes].sort((a, b) => a[0] - b[0]).map(([sample, to]) => `${sample}=${to}`).join(" ");
    list.replaceChildren(...[...strip.changes].sort((a, b) => a[0] - b[0]).map(([sample, to]) => {
      const button = document.createElement("button");
      button.type = "button";
      const was = deviceSays(sample);
      button.textContent = `${seconds(sample)} s: ${was ? `${words(was)} → ` : "new "}${words(to)} ✕`;
      button.setAttribute("aria-label", `Take back: ${button.textContent}`);
      button.addEventListener("click", () => set(sample, ""));
      return button;
    }));
  };

  const set = (sample, to) => {
    if (to === "" || to === deviceSays(sample) || (to === "-" && !deviceSays(sample))) strip.changes.delete(sample);
    else strip.changes.set(sample, to);
    strip.redraw();
    write();
  };

  const choose = sample => {
    chosen = sample;
    const beat = strip.data.beats.find(each => each.sample === sample);
    const sure = beat && beat.confidence !== null ? `, ${Math.round(beat.confidence * 100)} % sure` : "";
    heading.textContent = beat ? `Beat at ${seconds(sample)} s: the device said ${words(beat.class)}${sure}` : `New beat at ${seconds(sample)} s`;
    panel.hidden = false;
  };

  // The largest deflection from the mean near where somebody tapped.
  const peakNear = at => {
    const { sampleRate } = strip.data;
    const from = Math.max(0, Math.round((at - peakSeconds) * sampleRate));
    const to = Math.min(strip.samples.length - 1, Math.round((at + peakSeconds) * sampleRate));
    let mean = 0;
    for (let i = from; i <= to; i++) mean += strip.samples[i];
    mean /= to - from + 1;
    let best = from;
    for (let i = from; i <= to; i++) if (Math.abs(strip.samples[i] - mean) > Math.abs(strip.samples[best] - mean)) best = i;
    return best;
  };

  strip.listeners.push({
    beat: choose,
    paper: at => {
      if (!adding) return;
      adding = false;
      add.textContent = "Add a beat that was missed";
      const sample = peakNear(at);
      if (deviceSays(sample) === undefined) set(sample, "N");
      choose(sample);
    },
  });
  for (const button of panel.querySelectorAll("[data-class]")) {
    button.addEventListener("click", () => {
      if (chosen !== null) set(chosen, button.dataset.class);
      panel.hidden = true;
    });
  }
  add.addEventListener("click", () => {
    adding = !adding;
    add.textContent = adding ? "Tap the strip where the beat is (or here to stop)" : "Add a beat that was missed";
    if (adding) document.getElementById("strip").scrollIntoView({ block: "center" });
  });
  strip.ready.then(() => {
    if (strip.data) {
      strip.redraw();
      write();
    }
  });
})();
