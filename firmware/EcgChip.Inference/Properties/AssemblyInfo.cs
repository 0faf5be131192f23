using System.Reflection;

[assembly: AssemblyTitle("EcgChip.Inference")]
[assembly: AssemblyDescription("The int8 network: kernels and a resumable runner.")]
[assembly: AssemblyCompany("EcgChip")]
[assembly: AssemblyProduct("EcgChip")]
[assembly: AssemblyCopyright("Copyright (c) EcgChip contributors. MIT licence.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyFileVersion("1.0.0.0")]
