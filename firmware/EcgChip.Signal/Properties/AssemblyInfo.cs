using System.Reflection;

[assembly: AssemblyTitle("EcgChip.Signal")]
[assembly: AssemblyDescription("Samples in; beats, quality and heart rate out.")]
[assembly: AssemblyCompany("EcgChip")]
[assembly: AssemblyProduct("EcgChip")]
[assembly: AssemblyCopyright("Copyright (c) EcgChip contributors. MIT licence.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyFileVersion("1.0.0.0")]
