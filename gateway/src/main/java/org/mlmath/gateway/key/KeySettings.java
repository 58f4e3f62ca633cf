package org.mlmath.gateway.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whether callers present keys, and where those are written down. */
@ConfigMapping(prefix = "mlmath.keys")
public interface KeySettings {
    /** A file of keys as {@code ./mlmath key} prints them, or a directory of such files, as a secret is mounted; without it there are no keys. */
    Optional<Path> file();

    /** Whether a request without a key is refused. Otherwise it is answered as well, within the allowance of its address. */
    @WithDefault("true")
    boolean required();

    /** How soon a change of the file is noticed. Kubernetes takes a minute to bring one into a pod. */
    @WithDefault("5s")
    Duration reread();
}
