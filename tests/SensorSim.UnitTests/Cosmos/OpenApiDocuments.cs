using System.Text.Json.Nodes;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>Documents of endpoints, in the manner of those that exist.</summary>
internal static class OpenApiDocuments
{
    private const string Control = """{"anyOf":[{"$ref":"#/components/schemas/Control"},{"type":"null"}]}""";

    /// <summary>As the NIM of Cosmos-Transfer 2.5 has it.</summary>
    public static JsonObject Transfer25(string moreProperties = "", string moreRequired = "") => Parse("""
        {"openapi":"3.1.0","info":{"title":"Pretended transfer","version":"1.0"},
         "paths":{"/v1/infer":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Request"}}}}}},
                  "/v1/health/ready":{"get":{}}},
         "components":{"schemas":{
           "Control":{"type":"object","properties":{"control_weight":{"type":"number","minimum":0,"maximum":1},"control":{"anyOf":[{"type":"string"},{"type":"null"}]},
             "mask":{"anyOf":[{"type":"string"},{"type":"null"}]},"control_prompt":{"type":"string"},
             "preset_edge_threshold":{"enum":["very_low","low","medium","high","very_high"]}}},
           "Request":{"type":"object","required":["prompt","video"MORE_REQUIRED],"properties":{
             "prompt":{"type":"string"},"negative_prompt":{"type":"string"},"video":{"type":"string"},"seed":{"anyOf":[{"type":"integer"},{"type":"null"}]},
             "guidance":{"type":"integer","minimum":0,"maximum":7},"num_steps":{"type":"integer"},"resolution":{"type":"string","enum":["480","720"]},"sigma_max":{"type":"string"},
             "edge":CONTROL,"depth":CONTROL,"seg":CONTROL,"vis":CONTROLMORE_PROPERTIES}}}}}
        """
        .Replace("CONTROL", Control, StringComparison.Ordinal).Replace("MORE_REQUIRED", moreRequired, StringComparison.Ordinal).Replace("MORE_PROPERTIES", moreProperties, StringComparison.Ordinal));

    /// <summary>As the NIM of Cosmos3 has it: controls in an object of their own, data URLs, several modes.</summary>
    public static JsonObject Cosmos3 { get; } = Parse("""
        {"openapi":"3.1.0","info":{"title":"Pretended generator","version":"3.0"},
         "paths":{"/v1/infer":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Request"}}}}}}},
         "components":{"schemas":{
           "Hint":{"type":"object","properties":{"video":{"type":"string","description":"Data URL of an MP4"},"preset_blur_strength":{"type":"string","enum":["none","low","medium"]}}},
           "Transfer":{"type":"object","properties":{"edge":{"$ref":"#/components/schemas/Hint"},"blur":{"$ref":"#/components/schemas/Hint"},"depth":{"$ref":"#/components/schemas/Hint"},
             "wsm":{"$ref":"#/components/schemas/Hint"},"num_conditional_frames":{"type":"integer"}}},
           "Lora":{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}},
           "Request":{"type":"object","required":["model_mode","prompt","fps"],"properties":{
             "model_mode":{"type":"string","enum":["text2video","video2video"]},"prompt":{"type":"string"},"transfer":{"allOf":[{"$ref":"#/components/schemas/Transfer"}]},"lora":{"$ref":"#/components/schemas/Lora"},
             "fps":{"type":"number"},"num_frames":{"type":"integer"},"num_inference_steps":{"type":"integer"},"guidance_scale":{"type":"number"},"seed":{"type":"integer"},
             "resolution":{"type":"string","enum":["720_16_9","480_4_3"]}}}}}}
        """);

    /// <summary>A form with files, and a path of its own.</summary>
    public static JsonObject Form { get; } = Parse("""
        {"openapi":"3.0.0","info":{"title":"Pretended form","version":"0"},
         "paths":{"/transfer":{"post":{"requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","required":["video","prompt","model"],"properties":{
           "video":{"type":"string","format":"binary"},"prompt":{"type":"string"},"model":{"type":"string","default":"base"},"edge_strength":{"type":"number"},"edge_video":{"type":"string","format":"binary"},
           "seed":{"type":"integer"}}}}}}}}}}
        """);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
