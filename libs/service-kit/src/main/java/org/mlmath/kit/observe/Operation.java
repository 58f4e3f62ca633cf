package org.mlmath.kit.observe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks for, under names of which there are only as many as there are operations: what callers make up never becomes one.
 *
 * @param service the service that answers: {@code linalg}, say, or {@code gateway}
 * @param name the operation's {@code operationId}
 */
public record Operation(String service, String name) {
    /** A path or method that nothing answers, or a request refused before anybody looked at its path. */
    public static final Operation NONE = new Operation("none", "none");

    private static final Pattern OF_A_SERVICE = Pattern.compile("/*v1/([a-z]+)/+[^/].*");

    private static final String GATEWAY = "gateway";

    /** @return the operation of this name at this path, or template of a path */
    public static Operation at(String path, String name) {
        Matcher service = OF_A_SERVICE.matcher(path);
        return new Operation(service.matches() ? service.group(1) : GATEWAY, name);
    }
}
