using System;
using EcgChip.WeightsGen.Torch;
using TorchSharp;
TorchLibraries.Load();
torch.set_num_threads(1);
Console.WriteLine(torch.ones(3).sum().item<float>());
