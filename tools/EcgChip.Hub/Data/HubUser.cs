using Microsoft.AspNetCore.Identity;

namespace EcgChip.Hub.Data;

/// <summary>Somebody who may sign in. The name is the address of the person's mail.</summary>
public sealed class HubUser : IdentityUser
{
}
