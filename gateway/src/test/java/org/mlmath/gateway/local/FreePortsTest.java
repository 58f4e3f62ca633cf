package org.mlmath.gateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void aPortThatIsListenedOnIsNotFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            assertThat(FreePorts.isFree(LOOPBACK, socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void aPortIsFreeAgainOnceItIsClosed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            port = socket.getLocalPort();
        }
        assertThat(FreePorts.isFree(LOOPBACK, port)).isTrue();
    }
}
