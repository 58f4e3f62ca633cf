package org.mlmath.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** The least that a server does with large arrays: takes in what comes, keeps nothing, and answers as many bytes as it is asked for. Bare Vert.x. */
public final class BareReceiver {
    private BareReceiver() {}

    /** @return where so many bytes are answered */
    static String path(long bytes) {
        return "/?bytes=" + bytes;
    }

    /** @param arguments none; the port to listen on, on this machine only, is the setting of the applications it is compared with */
    public static void main(String[] arguments) {
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> {
                    request.handler(piece -> {});
                    request.endHandler(end -> {
                        String bytes = request.getParam("bytes", "0");
                        request.response().end(Buffer.buffer(new byte[Integer.parseInt(bytes)]));
                    });
                })
                .listen(Integer.getInteger("quarkus.http.port"), "127.0.0.1");
    }
}
