using SensorSim.VulkanBindings;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: SensorSim.VulkanBindings VK_XML COMMANDS_TXT OUTPUT_DIRECTORY");
    return 2;
}

Directory.CreateDirectory(args[2]);
foreach ((string name, string text) in BindingGenerator.Generate(args[0], File.ReadAllText(args[1])))
    File.WriteAllText(Path.Combine(args[2], name), text);
return 0;
