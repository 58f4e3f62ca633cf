/**
 * Requests passed on to the services where those are processes of their own. Start with {@code UpstreamRoutes}, which makes a route
 * per configured upstream; {@code Relay} is what happens to each request on its way, {@code RelayFailure} what a caller is told when
 * no answer comes.
 */
package org.mlmath.gateway.routing;
