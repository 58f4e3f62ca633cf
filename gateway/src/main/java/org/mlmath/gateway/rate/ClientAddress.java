package org.mlmath.gateway.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Who sent a request, as far as can be believed: each proxy appends the address from which it got the request to
 * {@code X-Forwarded-For}, and anybody can write what stands before. So it is read from its end, for as long as trusted proxies wrote it.
 */
public final class ClientAddress {
    /** A subscriber is given a network of at least 64 bits, and may use an address of it for each request. */
    private static final int IPV6_SUBSCRIBER = 64;

    private final List<Network> trusted;

    /** @throws IllegalArgumentException if one of them is neither an address nor a network */
    public ClientAddress(List<String> trustedProxies) {
        trusted = trustedProxies.stream().map(String::strip).map(Network::parse).toList();
    }

    /**
     * @param peer the address at the other end of the connection
     * @param forwarded the values of {@code X-Forwarded-For}, in order
     * @return one text for all addresses of one caller
     */
    public String of(String peer, List<String> forwarded) {
        InetAddress caller = literal(peer);
        if (caller == null) {
            return "unknown";
        }
        if (!trusted.isEmpty() && isTrusted(caller) && !forwarded.isEmpty()) {
            String[] hops = String.join(",", forwarded).split(",");
            for (int i = hops.length - 1; i >= 0 && isTrusted(caller); i--) {
                InetAddress hop = literal(withoutPort(hops[i].strip()));
                if (hop == null) {
                    break; // a proxy that hides where it got the request from stands for everybody behind it
                }
                caller = hop;
            }
        }
        return caller instanceof Inet6Address
                ? Network.of(caller, IPV6_SUBSCRIBER).first().getHostAddress() + "/" + IPV6_SUBSCRIBER
                : caller.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        for (Network network : trusted) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Some proxies append the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    /** Never asks the DNS. An IPv4 address that is written as one of IPv6 is an IPv4 address. */
    private static InetAddress literal(String text) {
        try {
            int zone = text.indexOf('%');
            return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
        } catch (IllegalArgumentException | NullPointerException e) {
            return null;
        }
    }
}
