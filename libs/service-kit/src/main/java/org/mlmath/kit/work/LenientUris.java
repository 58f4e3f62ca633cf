package org.mlmath.kit.work;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves the judging of URIs to {@link Target}. The server's own check answers 400 without a word, and takes offence at the braces that
 * browsers leave as they are in {@code ?request={…}}. It is switched by a system property that is read when the server is made, so
 * before any bean; the making of the configuration comes first of all, however the process was started.
 */
public class LenientUris implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
