package org.mlmath.kit.work;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Spares every request the marking of its context as safe for what is bound to one thread. Only extensions for databases ask for that mark,
 * and none is used here. It is switched by a system property that is read when the first request comes; see {@link LenientUris}.
 */
public class UnguardedContexts implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty(
                "io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle.I_HAVE_CHECKED_EVERYTHING", "true");
    }
}
