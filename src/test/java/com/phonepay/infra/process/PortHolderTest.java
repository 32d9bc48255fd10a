package com.phonepay.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortHolderTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesTheProcessThatListens() throws IOException {
        try (var server = new ServerSocket(0, 1, Ports.loopback())) {
            var holder = PortHolder.of(server.getLocalPort()).orElseThrow();
            assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(holder.command()).contains("java");
        }
    }

    @Test
    void namesNobodyForAFreePort() throws IOException {
        assertThat(PortHolder.of(Ports.free(1).get(0))).isEmpty();
    }

    @Test
    void seesThatAPortIsTaken() throws IOException {
        try (var server = new ServerSocket(0, 1, Ports.loopback())) {
            assertThat(Ports.isFree(server.getLocalPort())).isFalse();
            assertThat(Ports.somebodyListens(server.getLocalPort())).isTrue();
        }
    }
}
