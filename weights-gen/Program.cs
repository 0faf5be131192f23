using System;
using System.Linq;
using EcgChip.WeightsGen;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Splits;
var w = System.Diagnostics.Stopwatch.StartNew();
var b = BeatSet.Load(args[0], Places.Find().Scratch, (i, n) => Console.Write(i + " "));
var s = Split.Load("balanced", Places.Find().Splits);
Console.WriteLine(w.ElapsedMilliseconds + " ms " + b.Count + " test " + b.Count(x => s.IsTest(x.Key)) + " " + BeatFingerprint.Of(b));
