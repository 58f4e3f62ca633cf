package org.mlmath.k8s;

import io.smallrye.config.common.utils.StringUtil;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Something that can be set from outside, as the source that reads it says.
 *
 * @param module the directory of the module that reads it
 * @param property its name in files and on the command line
 * @param fallback its value where nothing sets it; null where that is computed or there is none, which the description tells
 * @param description the Javadoc, as Markdown on one line
 * @param mapping the class that declares it among others; null where a single field does
 */
record Setting(Path module, String property, String fallback, String description, String mapping) {
    String variable() {
        return variable(property);
    }

    /** @return the environment variable that sets a property */
    static String variable(String property) {
        return StringUtil.replaceNonAlphanumericByUnderscores(property).toUpperCase(Locale.ROOT);
    }
}
