/**
 * What operators see of requests: metrics by operation, spans, the lines of the access log, and in every other line of the log which request
 * it concerns. {@link org.mlmath.kit.observe.Observer} is where to start reading.
 */
package org.mlmath.kit.observe;
