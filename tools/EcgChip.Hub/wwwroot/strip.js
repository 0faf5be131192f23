// The strip of a recording: the trace on ECG paper, with R marks by class. Drag to scroll; pinch, wheel or buttons to zoom.
(() => {
  "use strict";
  const element = document.getElementById("strip");
  if (!element) return;

  // As in hub.css. A class is told by colour, by the mark's form and by its letter.
  const classes = {
    N: { colour: "#0072b2", symbol: "circle", size: 9 },
    S: { colour: "#b87400", symbol: "triangle", size: 13 },
    V: { colour: "#d55e00", symbol: "diamond", size: 15 },
    F: { colour: "#a0437f", symbol: "rect", size: 11 },
    Q: { colour: "#333333", symbol: "pin", size: 18 },
    U: { colour: "#767676", symbol: "emptyCircle", size: 9 },
    "-": { colour: "#767676", symbol: "path://M2 0L0 2L8 10L0 18L2 20L10 12L18 20L20 18L12 10L20 2L18 0L10 8Z", size: 11 },
  };
  const firstSeconds = element.clientWidth < 600 ? 5 : 10;
  const leastSeconds = 1;
  const mostLabels = 8;
  const paper = { fine: "#f6dede", bold: "#eebcbc" };

  const strip = { changes: new Map(), listeners: [], ready: null };
  window.ecgStrip = strip;

  const samplesOf = text => {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    return new Int16Array(bytes.buffer);
  };

  const draw = data => {
    const samples = samplesOf(data.samples);
    const seconds = samples.length / data.sampleRate;
    const millivolts = i => samples[i] / data.unitsPerMillivolt;
    const trace = Array.from(samples, (_, i) => [i / data.sampleRate, millivolts(i)]);
    for (const gap of data.gaps) for (let i = gap.start; i < gap.end; i++) trace[i][1] = null;

    // The paper covers what nine in ten thousand samples leave: one spike does not press the rest flat.
    const sorted = Float32Array.from(samples).sort();
    const low = sorted[Math.floor(sorted.length * 0.0005)] / data.unitsPerMillivolt;
    const high = sorted[Math.floor(sorted.length * 0.9995)] / data.unitsPerMillivolt;
    const bottom = Math.floor(Math.min(low - 0.2, -0.5) * 2) / 2;
    const top = Math.ceil(Math.max(high + 0.5, 1) * 2) / 2;

    strip.data = data;
    strip.samples = samples;
    strip.classOf = sample => strip.changes.get(sample) ?? data.beats.find(beat => beat.sample === sample)?.class;

    const marks = () => {
      const all = new Map(data.beats.map(beat => [beat.sample, beat.class]));
      for (const [sample, to] of strip.changes) all.set(sample, to);
      return [...all].map(([sample, name]) => ({
        value: [sample / data.sampleRate, Math.min(millivolts(sample) + 0.08, top - 0.15)],
        sample,
        symbol: classes[name].symbol,
        symbolSize: classes[name].size,
        itemStyle: { color: classes[name].colour, borderColor: strip.changes.has(sample) ? "#000" : "#fff", borderWidth: strip.changes.has(sample) ? 2 : 1 },
        label: { show: true, formatter: name === "-" ? "no beat" : name === "U" ? "?" : name, position: "top", color: classes[name].colour, fontWeight: name === "N" ? "normal" : "bold", fontSize: 12 },
      }));
    };

    const chart = echarts.init(element, null, { renderer: "canvas" });
    strip.chart = chart;
    chart.setOption({
      animation: false,
      grid: { left: 44, right: 10, top: 12, bottom: 78 },
      xAxis: {
        type: "value", min: 0, max: seconds, name: "", interval: 0.2,
        axisLabel: { formatter: value => `${Math.round(value)} s` },
        axisTick: { show: false }, splitLine: { lineStyle: { color: paper.bold } }, minorTick: { show: false, splitNumber: 5 }, minorSplitLine: { show: true, lineStyle: { color: paper.fine } },
      },
      yAxis: {
        type: "value", min: bottom, max: top, interval: 0.5, name: "mV", nameGap: 0, nameTextStyle: { align: "right" },
        axisLabel: { formatter: value => value.toFixed(1) },
        splitLine: { lineStyle: { color: paper.bold } }, minorTick: { show: false, splitNumber: 5 }, minorSplitLine: { show: true, lineStyle: { color: paper.fine } },
      },
      dataZoom: [
        { type: "inside", filterMode: "filter", startValue: 0, endValue: Math.min(firstSeconds, seconds), minValueSpan: Math.min(leastSeconds, seconds), zoomOnMouseWheel: true, moveOnMouseMove: true, preventDefaultMouseMove: true },
        { type: "slider", filterMode: "filter", height: 30, bottom: 12, brushSelect: false, showDetail: false, startValue: 0, endValue: Math.min(firstSeconds, seconds), minValueSpan: Math.min(leastSeconds, seconds) },
      ],
      series: [
        { id: "trace", type: "line", data: trace, showSymbol: false, sampling: "minmax", connectNulls: false, silent: true, lineStyle: { width: 1.4, color: "#14212b" }, itemStyle: { color: "#14212b" },
          markArea: { silent: true, itemStyle: { color: "rgba(118,118,118,.25)" }, label: { show: true, color: "#333", position: "insideTop" },
            data: data.gaps.map(gap => [{ name: "no signal", xAxis: gap.start / data.sampleRate }, { xAxis: gap.end / data.sampleRate }]) } },
        { id: "beats", type: "scatter", data: marks(), cursor: "pointer", z: 5 },
      ],
    });

    const span = () => {
      const zoom = chart.getOption().dataZoom[0];
      return [zoom.startValue, zoom.endValue];
    };
    strip.span = span;
    strip.show = (from, to) => {
      const length = Math.min(Math.max(to - from, leastSeconds), seconds);
      const start = Math.min(Math.max(from, 0), seconds - length);
      chart.dispatchAction({ type: "dataZoom", startValue: start, endValue: start + length });
    };
    strip.redraw = () => chart.setOption({ series: [{ id: "beats", data: marks() }] });

    const shown = document.getElementById("shown");
    const told = () => {
      const [from, to] = span();
      // Small squares of 0.04 s where they can be seen, then large ones of 0.2 s, then seconds.
      const length = to - from;
      const interval = length <= 12 ? 0.2 : length <= 40 ? 1 : 5;
      const step = Math.ceil(length / mostLabels);
      const labels = [];
      for (let at = Math.ceil(from / step) * step; at <= to; at += step) labels.push(at);
      chart.setOption({
        xAxis: { interval, axisLabel: { customValues: labels }, minorSplitLine: { show: length <= 6 || length > 12 } },
        series: [{ id: "beats", data: marks().map(mark => length > 25 ? { ...mark, label: { ...mark.label, show: mark.label.formatter !== "N" } } : mark) }],
      });
      shown.textContent = `${from.toFixed(1)} to ${to.toFixed(1)} s of ${seconds.toFixed(0)}`;
      element.dataset.from = from.toFixed(3);
      element.dataset.to = to.toFixed(3);
    };
    chart.on("datazoom", told);
    told();

    const actions = {
      earlier: (from, to) => strip.show(from - (to - from) * 0.8, to - (to - from) * 0.8),
      later: (from, to) => strip.show(from + (to - from) * 0.8, to + (to - from) * 0.8),
      in: (from, to) => strip.show(from + (to - from) / 4, to - (to - from) / 4),
      out: (from, to) => strip.show(from - (to - from) / 2, to + (to - from) / 2),
      whole: () => strip.show(0, seconds),
    };
    for (const button of document.querySelectorAll("[data-strip-do]")) button.addEventListener("click", () => actions[button.dataset.stripDo](...span()));
    const keys = { ArrowLeft: "earlier", ArrowRight: "later", "+": "in", "-": "out", 0: "whole" };
    element.addEventListener("keydown", event => {
      if (keys[event.key]) {
        actions[keys[event.key]](...span());
        event.preventDefault();
      }
    });
    for (const button of document.querySelectorAll("[data-go-from]")) {
      button.addEventListener("click", () => {
        const from = button.dataset.goFrom / data.sampleRate;
        const to = button.dataset.goTo / data.sampleRate;
        strip.show(from - 1, Math.max(to + 1, from - 1 + firstSeconds));
        element.scrollIntoView({ block: "center" });
      });
    }

    chart.on("click", { seriesId: "beats" }, event => strip.listeners.forEach(listener => listener.beat(event.data.sample)));
    chart.getZr().on("click", event => {
      if (event.target) return;
      const at = chart.convertFromPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [event.offsetX, event.offsetY]);
      if (at && chart.containPixel("grid", [event.offsetX, event.offsetY])) strip.listeners.forEach(listener => listener.paper(at[0]));
    });
    window.addEventListener("resize", () => chart.resize());
    element.dataset.drawn = String(samples.length);
  };

  strip.ready = fetch(element.dataset.strip, { headers: { Accept: "application/json" } })
    .then(answer => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    })
    .then(draw)
    .catch(() => {
      element.textContent = "The strip could not be loaded: open the page again, or take the PDF below.";
      element.classList.add("wrong");
    });
})();
