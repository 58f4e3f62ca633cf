package org.mlmath.kit.observe;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every metric says which application's it is: a gateway counts the requests that it relays, and so do the services that answer them.
 */
@Singleton
final class CommonLabels {
    @Produces
    @Singleton
    MeterFilter application(@ConfigProperty(name = "quarkus.application.name") String name) {
        return MeterFilter.commonTags(List.of(Tag.of("application", name)));
    }
}
