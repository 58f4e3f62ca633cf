package org.mlmath.gateway.routing;

import org.mlmath.kit.work.Limits;

/** What every exchange works with. */
record Relay(Upstreams settings, Limits limits, Connections connections, HeldBodies held, UpstreamMetrics metrics) {}
