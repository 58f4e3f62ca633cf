package org.mlmath.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** The least that a server of JSON does: reads each body and writes it again. Bare Vert.x and Jackson as they come, nothing around them. */
public final class EchoServer {
    private EchoServer() {}

    /**
     * @param arguments the JSON to answer with instead of what was read; none to echo that. The port to listen on, on this machine only,
     *     is the setting of the applications it is compared with
     */
    public static void main(String[] arguments) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode answer = arguments.length == 0 ? null : json.readTree(arguments[0]);
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    try {
                        JsonNode read = json.readTree(body.getBytes());
                        byte[] echo = json.writeValueAsBytes(answer == null ? read : answer);
                        request.response()
                                .putHeader("Content-Type", "application/json")
                                .end(Buffer.buffer(echo));
                    } catch (IOException e) {
                        request.response().setStatusCode(400).end();
                    }
                }))
                .listen(Integer.getInteger("quarkus.http.port"), "127.0.0.1");
    }
}
