using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using EcgChip.Cli.Commands;

namespace EcgChip.Cli;

/// <summary>Says what is wrong with a command line: one sentence, the most telling one.</summary>
internal static class ParseRefusal
{
    public static string Sentence(ParseResult parsed)
    {
        // What an option says of its value tells more than words that are left over because of it.
        foreach (ParseError error in parsed.Errors)
        {
            if (error.SymbolResult is OptionResult option)
            {
                return OfOption(option, error.Message, Help(parsed));
            }
        }

        return parsed.UnmatchedTokens is [string token, ..] ? OfLeftOver(token, parsed)
            : parsed.CommandResult.Command.Subcommands.Count > 0 ? $"No command is given: {Help(parsed)} lists the commands."
            : $"{parsed.Errors[0].Message.TrimEnd('.')}: see {Help(parsed)}.";
    }

    private static string OfOption(OptionResult option, string message, string help)
    {
        bool needsValue = option.Option.Arity.MinimumNumberOfValues > 0;
        return needsValue && option.Tokens.Count == 0 ? $"{option.Option.Name} needs a value: {help} says which."
            : option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues
                ? $"{option.Option.Name} is given {option.IdentifierTokenCount} times: give it once."
            : message;
    }

    private static string OfLeftOver(string token, ParseResult parsed)
    {
        string command = Path(parsed.CommandResult);
        return token.StartsWith('-') ? $"{command} has no option {token}: {Help(parsed)} lists its options."
            : parsed.CommandResult.Command.Subcommands.Count > 0 ? $"There is no command {token}: {Help(parsed)} lists the commands."
            : $"{token} belongs to no option of {command}: {Help(parsed)} lists its options.";
    }

    private static string Help(ParseResult parsed) => $"'{Path(parsed.CommandResult)} --help'";

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : EcgChipCommand.Name;
}
