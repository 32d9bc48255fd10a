package com.phonepay.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    @Test
    void findsTheProcessItWasTakenFrom() throws IOException {
        var process = new ProcessBuilder("sleep", "60").start();
        var identity = ProcessIdentity.of(process.pid()).orElseThrow();
        assertThat(identity.find()).contains(process.toHandle());
        process.destroyForcibly().onExit().join();
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void isNotFooledByANumberThatIsInUseAgain() {
        var earlier = new ProcessIdentity(ProcessHandle.current().pid(), "an earlier start");
        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void isTheSameWhoeverLooks() {
        assertThat(ProcessIdentity.of(ProcessHandle.current().pid())).contains(ProcessIdentity.self());
    }
}
