using System.Reflection;

[assembly: AssemblyTitle("EcgChip.Records")]
[assembly: AssemblyDescription("What is stored and sent: record format and log.")]
[assembly: AssemblyCompany("EcgChip")]
[assembly: AssemblyProduct("EcgChip")]
[assembly: AssemblyCopyright("Copyright (c) EcgChip contributors. MIT licence.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyFileVersion("1.0.0.0")]
