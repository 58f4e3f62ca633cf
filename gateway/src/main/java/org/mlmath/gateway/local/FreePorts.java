package org.mlmath.gateway.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Prints a port for each one asked for, all different: {@code =8080} is that port or an error, {@code 9000} is the first free
 * port from there on.
 */
public final class FreePorts {
    private static final int LAST_PORT = 65_535;

    private FreePorts() {}

    /** @param args the address to listen on, then the ports */
    public static void main(String[] args) throws IOException {
        InetAddress address = InetAddress.getByName(args[0]);
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int i = 1; i < args.length; i++) {
            if (args[i].startsWith("=")) {
                int port = Integer.parseInt(args[i].substring(1));
                if (!isFree(address, port)) {
                    System.err.println(
                            "mlmath: port " + port + " is in use or not allowed. Choose another with --port.");
                    System.exit(1);
                }
                chosen.add(port);
            } else {
                chosen.add(firstFree(address, Integer.parseInt(args[i]), chosen));
            }
        }
        System.out.println(String.join(" ", chosen.stream().map(String::valueOf).toList()));
    }

    private static int firstFree(InetAddress address, int from, Set<Integer> taken) {
        for (int port = from; port <= LAST_PORT; port++) {
            if (!taken.contains(port) && isFree(address, port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + from + " on");
    }

    /** As the server will listen: a port whose last connections have only just closed counts as free. */
    static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
