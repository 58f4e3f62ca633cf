package org.mlmath.gateway.key;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The keys that are known. A key is looked up by its hash, so that the time it takes says nothing about how much of a guess was right.
 * While the file cannot be read the keys from before stay in force: a slip of the pen must not lock everybody out, or let anybody in.
 */
@Singleton
public class ApiKeys {
    private static final Logger LOG = Logger.getLogger(ApiKeys.class);

    private final KeySettings settings;
    private volatile Map<String, ApiKey> keys = Map.of();
    private String lastFailure;

    ApiKeys(KeySettings settings, Vertx vertx) {
        this.settings = settings;
        settings.file().ifPresent(file -> {
            try {
                keys = KeyFiles.read(file);
            } catch (IOException e) {
                throw new UncheckedIOException("the API keys of mlmath.keys.file cannot be read", e);
            }
            LOG.infof("%d API keys in %s, %s", keys.size(), file, settings.required() ? "required" : "optional");
            vertx.setPeriodic(
                    settings.reread().toMillis(),
                    tick -> vertx.executeBlocking(() -> {
                        reread(file);
                        return null;
                    }));
        });
    }

    /** Whatever it says of its time: two edits within a second, or a clock set back, are changes too. */
    private synchronized void reread(Path file) {
        try {
            Map<String, ApiKey> read = KeyFiles.read(file);
            if (!read.equals(keys)) {
                keys = read;
                LOG.infof("%d API keys in %s", read.size(), file);
            }
            lastFailure = null;
        } catch (IOException | RuntimeException e) {
            if (!e.toString().equals(lastFailure)) { // once, not every few seconds
                lastFailure = e.toString();
                LOG.errorf("The API keys stay as they were: %s", lastFailure);
            }
        }
    }

    /** @return whether callers present keys here at all */
    public boolean inUse() {
        return settings.file().isPresent();
    }

    public boolean required() {
        return inUse() && settings.required();
    }

    public Optional<ApiKey> find(String presented) {
        String hash = ApiKey.hash(presented);
        ApiKey found = keys.get(hash);
        return found != null && MessageDigest.isEqual(bytes(hash), bytes(found.hash()))
                ? Optional.of(found)
                : Optional.empty();
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
