package org.mlmath.kit.work;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which version answers, as every answer says. */
@Singleton
final class ProductVersion implements AnswerHeaders {
    private static final CharSequence HEADER = HttpHeaders.createOptimized("Mlmath-Version");

    private final CharSequence version;

    ProductVersion(@ConfigProperty(name = "mlmath.version") String version) {
        this.version = HttpHeaders.createOptimized(version);
    }

    void addTo(HttpServerResponse response) {
        response.putHeader(HEADER, version);
    }

    @Override
    public Map<CharSequence, CharSequence> of(boolean tls) {
        return Map.of(HEADER, version);
    }
}
