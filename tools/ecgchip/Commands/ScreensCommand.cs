using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using EcgChip.Cli.Output;
using EcgChip.Cli.Screens;
using EcgChip.Device.Screens;
using EcgChip.Simulator.Display;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip screens</c>: draws every screen in every language as a picture.</summary>
public static class ScreensCommand
{
    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for the pictures, NAME.LANGUAGE.png.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "out/screens",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> LanguageCode = new("--language")
    {
        Description = $"One language only: {string.Join(", ", Enumerable.Range(0, Language.Count).Select(Language.Code))}. Default: all.",
        HelpName = "XX",
        CustomParser = OptionValue.Text,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "screens",
            "Draws every screen of the device, from sample contents, with the firmware's own code on the simulated display, in every language.\n"
            + "Exit code: 0 done, 2 unusable arguments.")
        {
            Out,
            LanguageCode,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        IReadOnlyList<int> languages = LanguagesOf(parsed.GetValue(LanguageCode));
        string path = Path.GetFullPath(parsed.GetValue(Out)!);
        using OutputFolder folder = new(path);
        int pictures = 0;
        foreach (int language in languages)
        {
            foreach (SampleScreen sample in SampleScreen.All)
            {
                string picture = folder.Stage($"{sample.Name}.{Language.Code(language)}.png");
                ScreenDrawing.Draw(sample, language, panel => panel.SavePng(picture));
                pictures++;
            }
        }

        folder.Commit();
        Console.Out.WriteLine($"{pictures} pictures: {path}");
        return ExitCode.Done;
    }

    private static int[] LanguagesOf(string? code)
    {
        int[] all = [.. Enumerable.Range(0, Language.Count)];
        int[] wanted = code is null ? all : [.. all.Where(language => Language.Code(language) == code)];
        return wanted.Length > 0
            ? wanted
            : throw new UnusableInputException($"--language {code} is not known: use {string.Join(" or ", all.Select(Language.Code))}.");
    }
}
