using EcgChip.Hub.Devices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EcgChip.Hub.Api;

/// <summary>What the API refuses, each with one sentence that says what to do.</summary>
internal static class Problems
{
    internal static ProblemHttpResult UnknownDevice(string id) => TypedResults.Problem(
        $"No device {id} is enrolled here: an administrator enrols it with its key.", statusCode: StatusCodes.Status404NotFound, title: "Unknown device");

    internal static ProblemHttpResult UnknownRecord(long device, int sequence) => TypedResults.Problem(
        $"Device {DeviceId.Text(device)} has brought no record {sequence} here.", statusCode: StatusCodes.Status404NotFound, title: "Unknown record");

    internal static ProblemHttpResult Conflict(string title, string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status409Conflict, title: title);

    internal static ProblemHttpResult Unusable(string title, string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status422UnprocessableEntity, title: title);
}
