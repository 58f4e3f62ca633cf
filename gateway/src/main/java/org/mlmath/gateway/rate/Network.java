package org.mlmath.gateway.rate;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The addresses that have their first bits in common, as in {@code 10.0.0.0/8}. */
record Network(InetAddress first, int bits) {
    /** @throws IllegalArgumentException if this is neither an address nor a network in CIDR's notation */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int most = address.getAddress().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text + " has more bits than an address");
        }
        return of(address, bits);
    }

    /** @return the network of this many bits that the address is in */
    static Network of(InetAddress address, int bits) {
        byte[] masked = address.getAddress();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - 8L * i, 0, 8);
            masked[i] &= (byte) (0xff00 >> kept);
        }
        try {
            return new Network(InetAddress.getByAddress(masked), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address keeps its length", e);
        }
    }

    boolean contains(InetAddress address) {
        return address instanceof Inet4Address == first instanceof Inet4Address
                && Arrays.equals(of(address, bits).first.getAddress(), first.getAddress());
    }
}
