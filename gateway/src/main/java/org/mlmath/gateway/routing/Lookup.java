package org.mlmath.gateway.routing;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Finds out again and again which processes an address leads to. A name may have several addresses, as that of a headless Service in a
 * cluster has one per pod, and they change as pods come and go. The JDK's own look-up would not do: it keeps what it found for half
 * a minute, and for how long is decided before any of our code runs.
 */
final class Lookup implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lookup.class);
    private static final int PATIENCE_MILLIS = 2_000;

    private final Vertx vertx;
    private final Duration every;
    private final DnsServerAddressStreamProvider servers;
    private final List<Long> timers = new ArrayList<>();
    private NioEventLoopGroup thread;
    private DnsNameResolver resolver;

    /** @param every after which names are looked up again */
    Lookup(Vertx vertx, Duration every) {
        this(vertx, every, DnsServerAddressStreamProviders.platformDefault());
    }

    Lookup(Vertx vertx, Duration every, DnsServerAddressStreamProvider servers) {
        this.vertx = vertx;
        this.every = every;
        this.servers = servers;
    }

    /**
     * Keeps the replicas of a service up to date. A replica that stays keeps its connections and what is known of it; one that has
     * gone finishes what it has.
     *
     * @param changed told of those that came and of those that went
     */
    void follow(Upstream upstream, List<URI> addresses, Consumer<Change> changed) {
        Map<URI, List<String>> found = new LinkedHashMap<>();
        addresses.forEach(address -> found.put(address, isNumber(address) ? List.of(number(address)) : List.of()));
        update(upstream, found, changed);
        List<URI> named =
                addresses.stream().filter(address -> !isNumber(address)).toList();
        if (!named.isEmpty()) {
            named.forEach(address -> lookUp(upstream, address, found, changed));
            timers.add(vertx.setPeriodic(
                    every.toMillis(), tick -> named.forEach(address -> lookUp(upstream, address, found, changed))));
        }
    }

    /** Replicas that came and went. */
    record Change(List<Replica> came, List<Replica> went) {}

    private static boolean isNumber(URI address) {
        return NetUtil.createByteArrayFromIpAddressString(number(address)) != null;
    }

    /** Without the brackets of an IPv6 address. */
    private static String number(URI address) {
        return address.getHost().replaceAll("[\\[\\]]", "");
    }

    private void lookUp(Upstream upstream, URI address, Map<URI, List<String>> found, Consumer<Change> changed) {
        resolver().resolveAll(address.getHost()).addListener(result -> {
            if (result.isSuccess()) {
                @SuppressWarnings("unchecked")
                List<InetAddress> numbers = (List<InetAddress>) result.getNow();
                synchronized (found) {
                    found.put(
                            address,
                            numbers.stream()
                                    .map(InetAddress::getHostAddress)
                                    .distinct()
                                    .sorted()
                                    .toList());
                    update(upstream, found, changed);
                }
            } else {
                // What was found before stands: a name server that fails should not bring down what works.
                LOG.debugf("%s was not found: %s", address.getHost(), result.cause());
            }
        });
    }

    private void update(Upstream upstream, Map<URI, List<String>> found, Consumer<Change> changed) {
        List<Replica> known = upstream.replicas();
        List<Replica> next = new ArrayList<>();
        List<Replica> came = new ArrayList<>();
        found.forEach((address, hosts) -> hosts.forEach(host -> {
            Replica fresh = new Replica(upstream.service(), address, host, upstream.capacity(), System::nanoTime);
            next.add(known.stream()
                    .filter(replica -> replica.server().equals(fresh.server()))
                    .findFirst()
                    .orElseGet(() -> {
                        came.add(fresh);
                        return fresh;
                    }));
        }));
        List<Replica> went =
                known.stream().filter(replica -> !next.contains(replica)).toList();
        if (!came.isEmpty() || !went.isEmpty()) {
            upstream.replicas(next);
            LOG.infof(
                    "%s is at %s",
                    upstream.service(), next.stream().map(Replica::server).toList());
            changed.accept(new Change(came, went));
        }
    }

    private synchronized DnsNameResolver resolver() {
        if (resolver == null) {
            thread = new NioEventLoopGroup(1, new DefaultThreadFactory("name-lookup", true));
            resolver = new DnsNameResolverBuilder(thread.next())
                    .datagramChannelType(NioDatagramChannel.class)
                    .socketChannelType(NioSocketChannel.class) // for answers longer than a datagram
                    .nameServerProvider(servers)
                    .queryTimeoutMillis(PATIENCE_MILLIS)
                    .ttl(0, 1)
                    .negativeTtl(0)
                    .build();
        }
        return resolver;
    }

    @Override
    public synchronized void close() {
        timers.forEach(vertx::cancelTimer);
        if (resolver != null) {
            resolver.close();
            thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
