package org.mlmath.kit.observe;

import java.util.function.UnaryOperator;

/**
 * A message that never became a request, as far as it could be read.
 *
 * @param requestId under which it is refused
 * @param method null where it could not be read
 * @param tls whether it came by that
 * @param header what it says under a name, null for nothing, or nothing that could be read
 */
public record Unread(String requestId, String method, boolean tls, UnaryOperator<String> header) {}
