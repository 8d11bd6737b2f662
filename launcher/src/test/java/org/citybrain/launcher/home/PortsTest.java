package org.citybrain.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void keepsPortsThatNoOutgoingConnectionIsLent() {
        Ports ports = new Ports(false);
        List<Integer> chosen =
                IntStream.range(0, 50).map(each -> ports.choose(8080)).boxed().toList();
        assertThat(chosen)
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(15_000, 32_767));
    }

    @Test
    void leavesAPreferredPortToWhomeverListensOnIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Ports(true).choose(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }
}
