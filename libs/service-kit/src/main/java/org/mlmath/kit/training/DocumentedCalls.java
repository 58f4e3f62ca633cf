package org.mlmath.kit.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** What the API document shows of the operations on the class path, as calls: each module's jar has its examples with it. */
final class DocumentedCalls {
    private static final String DIRECTORY = "examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentedCalls() {}

    /** A call and the status that it is documented to be answered with. */
    record Call(HttpRequest request, int status) {}

    static List<Call> to(URI server) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (element.endsWith(".jar") && Path.of(element).toFile().isFile()) {
                try (JarFile jar = new JarFile(element)) {
                    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                        JarEntry entry = entries.nextElement();
                        if (entry.getName().startsWith(DIRECTORY)
                                && entry.getName().endsWith(".json")) {
                            read(jar, entry, server, calls);
                        }
                    }
                }
            }
        }
        return calls;
    }

    private static void read(JarFile jar, JarEntry entry, URI server, List<Call> calls) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            for (JsonNode example : JSON.readTree(in)) {
                HttpRequest.Builder call = HttpRequest.newBuilder(
                        server.resolve(example.path("path").asText()));
                if (example.has("request")) {
                    call.header("Content-Type", example.path("mediaType").asText("application/json"))
                            .method(
                                    example.path("method").asText("POST"),
                                    HttpRequest.BodyPublishers.ofByteArray(body(example)));
                }
                calls.add(new Call(call.build(), example.path("status").asInt(200)));
            }
        }
    }

    private static byte[] body(JsonNode example) {
        JsonNode request = example.get("request");
        return example.has("mediaType")
                ? Base64.getDecoder().decode(request.asText())
                : request.toString().getBytes(StandardCharsets.UTF_8);
    }
}
