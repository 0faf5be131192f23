using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats.Export;
using EcgChip.Hub.Reviews;
using EcgChip.Hub.Security;
using Microsoft.Extensions.DependencyInjection;

namespace EcgChip.Hub.Commands;

/// <summary><c>corrections --out DIR</c>: writes what doctors corrected as WFDB records for weights-gen.</summary>
internal static class CorrectionsCommand
{
    internal static Command Create(HubCommandOptions options)
    {
        Option<DirectoryInfo> output = new("--out") { Description = "Folder for .hea, .dat and .atr of each recording.", Required = true };
        Option<DateTime?> since = new("--since") { Description = "Only what was reviewed from this time on, UTC: 2026-03-01." };
        Option<bool> confirmed = new("--confirmed") { Description = "Those too whose beats a doctor let stand." };
        Command command = new("corrections", "Writes recordings with the beats as doctors have them, as WFDB records with annotations, for weights-gen to train on.") { output, since, confirmed };
        command.SetAction((parsed, cancellation) => RunAsync(
            options.Stored(parsed), parsed.GetValue(output)!, new CorrectionWish(Utc(parsed.GetValue(since)), parsed.GetValue(confirmed)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(HubOptions options, DirectoryInfo output, CorrectionWish wish, CancellationToken cancellation)
    {
        await using ServiceProvider services = await HubApp.ServicesAsync(options, cancellation);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        output.Create();
        int recordings = 0;
        await foreach (IReadOnlyList<ExportedFile> files in scope.ServiceProvider.GetRequiredService<CorrectionArchive>().FilesAsync(wish, cancellation))
        {
            recordings++;
            foreach (ExportedFile file in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(output.FullName, file.Name), file.Content.ToArray(), cancellation);
            }
        }

        await scope.ServiceProvider.GetRequiredService<AuditTrail>().SaveAsync(
            AuditAction.CorrectionsExported, detail: string.Create(CultureInfo.InvariantCulture, $"{recordings} recordings"), user: $"the machine's user {Environment.UserName}", cancellation: cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{recordings} recordings are in {output.FullName}."));
        return 0;
    }

    private static DateTime? Utc(DateTime? time) => time is { } given ? DateTime.SpecifyKind(given, DateTimeKind.Utc) : null;
}
