using System.Reflection;

[assembly: AssemblyTitle("EcgChip.Firmware.NanoTests")]
[assembly: AssemblyDescription("Tests of the firmware that run on the chip.")]
[assembly: AssemblyCompany("EcgChip")]
[assembly: AssemblyProduct("EcgChip")]
[assembly: AssemblyCopyright("Copyright (c) EcgChip contributors. MIT licence.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyFileVersion("1.0.0.0")]
