using System;
using System.CommandLine;
using EcgChip.WeightsGen.Report.Tables;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen report tables</c>: our figures beside the published ones. Needs no recordings.</summary>
public static class ReportTablesCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Option<string?> file = new("--out") { Description = "Page to write; usually docs/results.md in the repository." };
        Command command = new("tables", "Writes our committed figures beside the published ones, as Markdown tables.") { file };
        command.SetAction(parsed =>
        {
            Places places = Places.Find();
            string target = parsed.GetValue(file) ?? places.ResultTables;
            WholeFile.WriteText(target, ResultTables.Page(places));
            Console.WriteLine($"Wrote {target}.");
            return ExitCode.Done;
        });
        return command;
    }
}
