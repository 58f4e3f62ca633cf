/**
 * Requests passed on to the services where those are processes of their own. Start with {@code UpstreamRoutes}, which makes a route
 * per configured upstream. {@code Exchange} is what happens to each request; {@code Upstream} chooses among the {@code Replica}s
 * that {@code Lookup} finds, each behind a bulkhead and a {@code Breaker}; {@code RelayFailure} is what a caller is told when no answer
 * comes.
 */
package org.mlmath.gateway.routing;
